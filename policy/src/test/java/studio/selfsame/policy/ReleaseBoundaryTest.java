package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a release's days, sets and meters begin and end. */
class ReleaseBoundaryTest {
    private static final PolicyDecisionPoint POINT = new PolicyDecisionPoint();

    @ParameterizedTest
    @CsvSource({
        // the last second of the day before, the first and last of the period, the first after it: in the release's
        // zone
        "2027-12-31T22:59:59.999999999Z, Europe/Berlin, deny release-not-yet-begun",
        "2027-12-31T23:00:00Z, Europe/Berlin, permit release-holder",
        "2028-02-29T22:59:59.999999999Z, Europe/Berlin, permit release-holder",
        "2028-02-29T23:00:00Z, Europe/Berlin, deny release-expired",
        // the date line: when the day begins first and last anywhere
        "2027-12-31T10:00:00Z, Pacific/Kiritimati, permit release-holder",
        "2027-12-31T09:59:59Z, Pacific/Kiritimati, deny release-not-yet-begun",
        "2028-03-01T10:59:59Z, Pacific/Pago_Pago, permit release-holder",
        "2028-03-01T11:00:00Z, Pacific/Pago_Pago, deny release-expired",
        // leap day, which counts
        "2028-02-29T12:00:00Z, UTC, permit release-holder",
        "2028-03-01T00:00:00Z, UTC, deny release-expired"
    })
    void decide_atTheEdgesOfThePeriod_reckonsInTheReleasesZone(Instant at, ZoneId zone, String answer) {
        assertThat(answer(PolicyAction.RENDER_PERFORMANCE, draft -> {
                    draft.at = at;
                    draft.zone = zone;
                    draft.firstDay = LocalDate.of(2028, 1, 1);
                    draft.lastDay = LocalDate.of(2028, 2, 29);
                }))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        // clocks are set forward at 2:00 and back at 3:00 of these days: they are days like any other
        "2028-03-25T22:59:59Z, deny release-not-yet-begun",
        "2028-03-25T23:00:00Z, permit release-holder",
        "2028-10-29T22:59:59Z, permit release-holder",
        "2028-10-29T23:00:00Z, deny release-expired"
    })
    void decide_onDaysOf23And25Hours_countsTheWholeDay(Instant at, String answer) {
        assertThat(answer(PolicyAction.DELIVER_OUTPUT, draft -> {
                    draft.at = at;
                    draft.firstDay = LocalDate.of(2028, 3, 26);
                    draft.lastDay = LocalDate.of(2028, 10, 29);
                }))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-28, permit release-holder",
        "2028-02-29, deny release-revoked",
        "2028-03-01, deny release-revoked",
    })
    void decide_revokedFromALeapDay_isRefusedFromThatDayOn(LocalDate today, String answer) {
        assertThat(answer(PolicyAction.CREATE_LIKENESS, draft -> {
                    draft.at = today.atTime(12, 0).atZone(draft.zone).toInstant();
                    draft.revokedFrom = LocalDate.of(2028, 2, 29);
                }))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, 2036-12-31, permit release-holder",
        "2027-01-01, 2037-01-01, deny release-too-long",
        "2027-01-01, 9999-12-31, deny release-too-long",
        "2026-03-01, 2036-02-29, permit release-holder",
        "2026-03-01, 2036-03-01, deny release-too-long",
        "2024-02-29, 2034-02-28, permit release-holder",
        "2024-02-29, 2034-03-01, deny release-too-long",
        "2026-02-28, 2036-02-27, permit release-holder",
        "2026-02-28, 2036-02-28, deny release-too-long"
    })
    void decide_lengthOfTheRelease_isTenYearsAtMost(LocalDate first, LocalDate last, String answer) {
        assertThat(answer(PolicyAction.RENDER_PERFORMANCE, draft -> {
                    draft.firstDay = first;
                    draft.lastDay = last;
                }))
                .isEqualTo(answer);
        assertThat(ReleaseUseOracle.longerThanTenYears(
                        new ReleasePeriod(first, last, Optional.empty(), ZoneId.of("UTC"))))
                .isEqualTo(answer.startsWith("deny"));
    }

    @ParameterizedTest
    @CsvSource({
        "DE, DE, permit release-holder",
        "DE AT, DE, permit release-holder",
        "DE AT, AT DE, permit release-holder",
        "DE AT, AT DE CH, deny release-territories",
        "DE, world, deny release-territories",
        "world, world, permit release-holder",
        "world, FR AQ, permit release-holder"
    })
    void decide_territories_mustAllBeCovered(String release, String wanted, String answer) {
        assertThat(answer(PolicyAction.RENDER_PERFORMANCE, draft -> {
                    draft.releaseTerritories = territories(release);
                    draft.territories = territories(wanted);
                }))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "pt, pt, permit release-holder",
        "pt-BR, pt-br, permit release-holder",
        "pt, pt-BR, deny release-languages",
        "pt-BR, pt, deny release-languages",
        "zh-Hant zh-Hans, zh-Hant, permit release-holder",
        "iw, he, permit release-holder",
        "es-419, es-419 es, deny release-languages"
    })
    void decide_languages_areComparedTagForTag(String release, String wanted, String answer) {
        assertThat(answer(PolicyAction.RENDER_PERFORMANCE, draft -> {
                    draft.releaseLanguages = languages(release);
                    draft.languages = languages(wanted);
                }))
                .isEqualTo(answer);
    }

    private static String answer(PolicyAction action, Consumer<Draft> change) {
        var draft = Draft.underRelease(action);
        change.accept(draft);
        // whoever asks is as well known on any day
        return String.join(" ", PolicyExamples.describe(POINT.decide(draft.request())));
    }

    private static Set<Territory> territories(String codes) {
        return Arrays.stream(codes.split(" ")).map(Territory::new).collect(Collectors.toSet());
    }

    private static Set<Language> languages(String tags) {
        return Arrays.stream(tags.split(" ")).map(Language::new).collect(Collectors.toSet());
    }
}
