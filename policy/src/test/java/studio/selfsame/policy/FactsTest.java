package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What facts may be, and how they are written down. */
class FactsTest {
    @ParameterizedTest
    @EnumSource(Twist.class)
    void snapshot_ofAnyOtherFact_isAnother(Twist twist) {
        long changed = Asked.allInOrder().stream()
                .filter(base -> !base.and(twist)
                        .request()
                        .snapshotHash()
                        .equals(base.request().snapshotHash()))
                .count();
        assertThat(changed).isPositive();
    }

    @Test
    void snapshot_ofRequestsThatAreAnsweredOtherwise_isAnother() {
        var answers = new HashMap<String, List<String>>();
        for (var example : PolicyExamples.all()) {
            var before = answers.put(example.request().snapshot(), example.answer());
            assertThat(before).isIn(null, example.answer());
        }
    }

    @Test
    void snapshot_ofARequest_holdsEveryFactInOneForm() {
        var draft = Draft.underRelease(PolicyAction.DELIVER_OUTPUT);
        draft.exclusions = new LinkedHashSet<>(List.of(new Term("b,\"c"), new Term("a")));
        assertThat(draft.request().snapshot().lines())
                .contains(
                        "action=DeliverOutput",
                        "at=2027-05-20T12:00:00Z",
                        "verification=3d",
                        "roles=creator",
                        "signIn=level 2, 60s, can step up",
                        "organisationRoles=operator,producer,reviewer,rights-manager",
                        "state=granted",
                        "use=true",
                        "age=adult",
                        "publicFigure=no",
                        "contentDeclared=true",
                        "output=watermarked true, labelled true, credentialed true",
                        "release.today=2027-05-20",
                        "release.zone=Europe/Berlin",
                        "release.revokedFrom=none",
                        "release.territories=AT,DE",
                        "release.exclusions=\"a\",\"b,\\\"c\"",
                        "release.timeLeft=PT10M",
                        "territories=DE",
                        "project=\"spring 2027\"",
                        "approvedBy=none");
        assertThat(draft.request().snapshotHash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(Sha256.hex(draft.request().snapshot()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UK", "EU", "de", "DEU", "", "World", "D\u202eE", "XX", "001"})
    void territory_unknown_isRefused(String code) {
        assertThatThrownBy(() -> new Territory(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO 3166")
                .hasMessageNotContaining("\u202e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "english",
                "e",
                "xx",
                "und",
                "mul",
                "x-private",
                "en_GB",
                "en-UK",
                "en-",
                "de-DE-u-co-phonebk"
            })
    void language_unknown_isRefused(String tag) {
        assertThatThrownBy(() -> new Language(tag))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BCP 47");
    }

    @ParameterizedTest
    @CsvSource({"EN, en", "pt-br, pt-BR", "zh-hant-tw, zh-Hant-TW", "yue, yue", "fil, fil", "es-419, es-419", "iw, he"})
    void language_known_isCanonical(String tag, String canonical) {
        assertThat(new Language(tag).tag()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "'  Acme   COLA ', acme cola",
        "Ａｃｍｅ, acme",
        "Cafe\u0301, caf\u00e9",
        "Москва, москва",
        "日本 tour, 日本 tour"
    })
    void term_writtenOtherwise_isTheSame(String given, String text) {
        assertThat(new Term(given).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "ac\u200bme", "\u202eemca", "a\nb", "\u0410cme", "\u03b1cme", "\ud800", "\ue000"})
    void term_thatIsNotWhatItLooksLike_isRefused(String given) {
        assertThatThrownBy(() -> new Term(given)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void term_length_isUpTo120() {
        assertThat(new Term("x".repeat(120)).text()).hasSize(120);
        assertThatThrownBy(() -> new Term("x".repeat(121))).hasMessageContaining("longer than 120");
        assertThatThrownBy(() -> new Term("x".repeat(10_000_000))).message().hasSizeLessThan(120);
    }

    @Test
    void releaseTerms_thatSayNothing_tellAllThatIsMissing() {
        assertThatThrownBy(() -> new ReleaseTerms(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        new Term("p"),
                        Set.of(),
                        Set.of(),
                        false,
                        java.util.Optional.of(Duration.ofSeconds(-1)),
                        java.util.Optional.of(-1),
                        Approval.NONE))
                .isInstanceOfSatisfying(
                        InvalidFactsException.class,
                        refused -> assertThat(refused.faults()).hasSize(6));
    }

    @Test
    void useTerms_thatSayNothing_tellAllThatIsMissing() {
        var draft = Draft.underRelease(PolicyAction.RENDER_PERFORMANCE);
        draft.territories = Set.of();
        draft.languages = Set.of();
        draft.length = Duration.ofNanos(-1);
        assertThatThrownBy(draft::request)
                .isInstanceOfSatisfying(
                        InvalidFactsException.class,
                        refused -> assertThat(refused.faults()).hasSize(3));
    }

    @Test
    void period_outOfRange_isRefused() {
        var draft = Draft.underRelease(PolicyAction.RENDER_PERFORMANCE);
        draft.firstDay = java.time.LocalDate.of(1899, 12, 31);
        assertThatThrownBy(draft::request).hasMessageContaining("1900 to 9999");
    }

    @Test
    void exclusions_beyondFiveHundred_areRefused() {
        var draft = Draft.underRelease(PolicyAction.RENDER_PERFORMANCE);
        draft.exclusions = new LinkedHashSet<>();
        for (int i = 0; i < 500; i++) {
            draft.exclusions.add(new Term("brand " + i));
        }
        draft.request();
        draft.exclusions.add(new Term("one more"));
        assertThatThrownBy(draft::request).hasMessageContaining("at most 500");
    }

    @Test
    void requests_whoseActionAndMatterDoNotGoTogether_areRefused() {
        var release = ((Matter.Step)
                        Draft.underRelease(PolicyAction.DRAFT_RELEASE).request().matter())
                .release();
        var requester = Draft.own(PolicyAction.ENROL_FOOTAGE).request().requester();
        var likeness = Draft.own(PolicyAction.ENROL_FOOTAGE).request().likeness();
        var at = Draft.own(PolicyAction.ENROL_FOOTAGE).at;
        for (var action : PolicyAction.values()) {
            var step = new Matter.Step(release, java.util.Optional.of(Draft.STRANGER));
            var matter = action.onRelease() ? Matter.Use.own() : step;
            assertThatThrownBy(() -> new PolicyRequest(action, requester, at, likeness, matter))
                    .isInstanceOf(InvalidFactsException.class);
        }
    }

    @Test
    void secondsAndDays_begun_countWhole() {
        assertThat(new Authentication.SignedIn(2, Duration.ofNanos(900_000_000_001L), true).secondsBegun())
                .isEqualTo(901);
        assertThat(new Authentication.SignedIn(2, Duration.ofSeconds(Long.MAX_VALUE, 1), true).secondsBegun())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(new Verification.Approved(Duration.ofDays(2)).daysBegun()).isEqualTo(2);
    }

    @Test
    void zones_ofTheWorld_areEachReckonedWith() {
        var draft = Draft.underRelease(PolicyAction.RENDER_PERFORMANCE);
        assertThat(ZoneId.getAvailableZoneIds().stream()
                        .map(ZoneId::of)
                        .map(zone -> new ReleasePeriod(draft.firstDay, draft.lastDay, java.util.Optional.empty(), zone)
                                .dayAt(draft.at)
                                .getDayOfMonth())
                        .distinct())
                .isSubsetOf(Arrays.asList(19, 20, 21));
    }
}
