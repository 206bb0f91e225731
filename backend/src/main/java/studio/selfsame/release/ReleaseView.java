package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.release.document.Codes;

/**
 * A release as either side sees it; the names stand in its papers alone.
 *
 * @param signatory who signs on the talent's side; missing while nobody is bound
 * @param project of the version that counts, in the form in which projects are compared
 * @param agreedVersion that both have signed; missing while there is none
 * @param left what must still be done before the newest version holds
 * @param hindrances why nothing can be done under it today; empty when it is in force
 * @param revokedFrom the first day on which it no longer holds
 * @param sides on which of them whoever asks stands
 */
@Schema(name = "Release")
record ReleaseView(
        UUID id,
        UUID organisation,
        @Nullable UUID likenessId,
        @Nullable UUID signatory,

        @Schema(allowableValues = {"self", "guardian", "estate"})
        String capacity,

        String project,

        @Schema(allowableValues = {"draft", "offered", "agreed", "in-force", "suspended", "expired", "revoked"})
        String state,

        @Nullable Integer agreedVersion,
        List<VersionView> versions,

        @ArraySchema(schema = @Schema(allowableValues = {"talent-binding", "studio-signature", "countersignature"}))
        List<String> left,

        List<HindranceView> hindrances,
        List<RestView> suspensions,
        @Nullable LocalDate revokedFrom,

        @Schema(allowableValues = {"studio", "talent", "withdrawal"}) @Nullable String revokedBy,

        @ArraySchema(schema = @Schema(allowableValues = {"studio", "talent"}))
        List<String> sides,

        Instant draftedAt) {

    /**
     * @param digest SHA-256 of the contract's JSON and PDF, which both sign, 64 hex digits; missing while nobody is bound
     * @param sealedSha256 of the sealed PDF; there when both have signed
     */
    @Schema(name = "ReleaseVersion")
    record VersionView(
            int version,
            LocalDate firstDay,
            LocalDate lastDay,
            String zone,

            @Schema(allowableValues = {"none", "reviewer", "talent"})
            String approval,

            UUID studioSigner,
            @Nullable String digest,
            @Nullable Instant studioSignedAt,
            @Nullable Instant talentSignedAt,
            @Nullable String sealedSha256) {
        static VersionView of(Version version) {
            return new VersionView(
                    version.number(),
                    version.terms().firstDay(),
                    version.terms().lastDay(),
                    version.terms().zone().getId(),
                    Codes.of(version.terms().approval()),
                    version.signer().value(),
                    version.digest().orElse(null),
                    version.studio().map(Signed::at).orElse(null),
                    version.talent().map(Signed::at).orElse(null),
                    version.sealedSha256().orElse(null));
        }
    }

    @Schema(name = "ReleaseHindrance")
    record HindranceView(String policyId, String text) {}

    @Schema(name = "ReleaseSuspension")
    record RestView(
            @Schema(allowableValues = {"studio", "talent"}) String side,
            @Schema(allowableValues = {"strike", "dispute"}) String reason,
            Instant since) {}

    static ReleaseView of(Release release, Standing standing, List<Side> sides) {
        return new ReleaseView(
                release.id().value(),
                release.organisation().value(),
                release.likeness().map(LikenessId::value).orElse(null),
                release.signatory().map(PersonId::value).orElse(null),
                Codes.of(release.capacity()),
                release.counting().terms().project().text(),
                Codes.of(standing.state()),
                release.agreed().map(Version::number).orElse(null),
                release.versions().stream().map(VersionView::of).toList(),
                standing.left().stream().map(Codes::of).toList(),
                standing.hindrances().stream()
                        .map(hindrance -> new HindranceView(hindrance.code(), hindrance.text()))
                        .toList(),
                release.rests().stream()
                        .map(rest -> new RestView(Codes.of(rest.side()), Codes.of(rest.reason()), rest.since()))
                        .toList(),
                release.revocation().map(Revocation::from).orElse(null),
                release.revocation().map(ended -> Codes.of(ended.by())).orElse(null),
                sides.stream().map(Codes::of).toList(),
                release.draftedAt());
    }
}
