package studio.selfsame.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Signatory.Capacity;
import studio.selfsame.policy.Suspension;
import studio.selfsame.policy.Term;
import studio.selfsame.policy.Territory;
import studio.selfsame.release.Standing.Left;
import studio.selfsame.release.Standing.State;
import studio.selfsame.vault.DataKeyId;

class StandingTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 2, 29);
    private static final Instant NOW = Instant.parse("2027-05-01T12:00:00Z");
    private static final PersonId SOMEBODY = new PersonId(new UUID(1, 1));

    @Test
    void standing_beforeAnySignature_isADraft() {
        var standing = on(release(false, version(1, 0)), FIRST);
        assertThat(standing.state()).isEqualTo(State.DRAFT);
        assertThat(standing.left()).containsExactly(Left.TALENT_BINDING, Left.STUDIO_SIGNATURE, Left.COUNTERSIGNATURE);
        assertThat(codes(standing)).containsExactly("release-not-signed-by-studio", "release-not-countersigned");
    }

    @Test
    void standing_signedByTheStudioAlone_isOffered() {
        var standing = on(release(true, version(1, 1)), FIRST);
        assertThat(standing.state()).isEqualTo(State.OFFERED);
        assertThat(standing.left()).containsExactly(Left.COUNTERSIGNATURE);
        assertThat(codes(standing)).containsExactly("release-not-countersigned");
    }

    @Test
    void standing_signedByBoth_followsTheDays() {
        var release = release(true, version(1, 2));
        assertThat(on(release, FIRST.minusDays(1)).state()).isEqualTo(State.AGREED);
        assertThat(codes(on(release, FIRST.minusDays(1)))).containsExactly("release-not-yet-begun");
        for (var day : List.of(FIRST, LAST)) {
            assertThat(on(release, day)).isEqualTo(new Standing(State.IN_FORCE, List.of(), List.of()));
        }
        assertThat(on(release, LAST.plusDays(1)).state()).isEqualTo(State.EXPIRED);
        assertThat(codes(on(release, LAST.plusDays(1)))).containsExactly("release-expired");
    }

    @Test
    void standing_amendedAndNotYetSigned_staysInForce() {
        var standing = on(release(true, version(1, 2), version(2, 1)), FIRST);
        assertThat(standing.state()).isEqualTo(State.IN_FORCE);
        assertThat(standing.left()).containsExactly(Left.COUNTERSIGNATURE);
        assertThat(standing.hindrances()).isEmpty();
    }

    @Test
    void standing_revoked_endsOnThatDay() {
        var release = with(
                release(true, version(1, 2)),
                List.of(),
                Optional.of(new Revocation(FIRST.plusDays(14), Revocation.By.TALENT)));
        assertThat(on(release, FIRST.plusDays(13)).state()).isEqualTo(State.IN_FORCE);
        assertThat(on(release, FIRST.plusDays(14)).state()).isEqualTo(State.REVOKED);
        assertThat(on(release, LAST.plusDays(1)).state()).isEqualTo(State.REVOKED);
        assertThat(codes(on(release, LAST.plusDays(1)))).containsExactly("release-expired", "release-revoked");
    }

    @Test
    void standing_restingOnBothSides_namesBoth() {
        var rests =
                List.of(new Rest(Side.STUDIO, Suspension.DISPUTE, NOW), new Rest(Side.TALENT, Suspension.STRIKE, NOW));
        var release = with(release(true, version(1, 2)), rests, Optional.empty());
        assertThat(on(release, FIRST).state()).isEqualTo(State.SUSPENDED);
        assertThat(codes(on(release, FIRST))).containsExactly("release-in-dispute", "release-on-strike");
        assertThat(release.suspension()).isEqualTo(Suspension.STRIKE);
        assertThat(release.restOf(Side.STUDIO)).contains(rests.getFirst());
    }

    @Test
    void day_ofTheRelease_isCountedInItsOwnZone() {
        var release = release(true, version(1, 2));
        assertThat(release.day(Instant.parse("2027-06-30T15:00:00Z"))).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(release.day(Instant.parse("2027-06-30T14:59:59Z"))).isEqualTo(LocalDate.of(2027, 6, 30));
    }

    @Test
    void counting_version_isTheNewestThatBothSigned() {
        var release = release(true, version(1, 2), version(2, 2), version(3, 1));
        assertThat(release.counting().number()).isEqualTo(2);
        assertThat(release.newest().number()).isEqualTo(3);
        assertThat(release(true, version(1, 1)).counting().number()).isEqualTo(1);
    }

    private static Standing on(Release release, LocalDate day) {
        return Standing.of(release, day);
    }

    private static List<String> codes(Standing standing) {
        return standing.hindrances().stream().map(Standing.Hindrance::code).toList();
    }

    private static Release release(boolean bound, Version... versions) {
        return new Release(
                new ReleaseId(new UUID(2, 2)),
                new OrganisationId(new UUID(3, 3)),
                bound ? Optional.of(new LikenessId(new UUID(4, 4))) : Optional.empty(),
                bound ? Optional.of(SOMEBODY) : Optional.empty(),
                Capacity.SELF,
                new DataKeyId(new UUID(5, 5)),
                NOW,
                Optional.empty(),
                List.of(versions),
                List.of());
    }

    private static Release with(Release release, List<Rest> rests, Optional<Revocation> revocation) {
        return new Release(
                release.id(),
                release.organisation(),
                release.likeness(),
                release.signatory(),
                release.capacity(),
                release.dataKey(),
                release.draftedAt(),
                revocation,
                release.versions(),
                rests);
    }

    /** @param signatures the studio's, then the talent's */
    private static Version version(int number, int signatures) {
        var signed = new Signed(SOMEBODY, NOW);
        return new Version(
                number,
                terms(),
                new UUID(6, number),
                SOMEBODY,
                Optional.empty(),
                Optional.empty(),
                signatures > 0 ? Optional.of(signed) : Optional.empty(),
                signatures > 1 ? Optional.of(signed) : Optional.empty());
    }

    private static VersionTerms terms() {
        return new VersionTerms(
                Set.of(Purpose.ENTERTAINMENT),
                Set.of(Medium.CINEMA),
                Set.of(Territory.WORLD),
                Set.of(new Language("ja")),
                new Term("The Lighthouse"),
                Set.of(),
                Set.of(),
                false,
                null,
                null,
                Approval.NONE,
                FIRST,
                LAST,
                ZoneId.of("Asia/Tokyo"),
                14);
    }
}
