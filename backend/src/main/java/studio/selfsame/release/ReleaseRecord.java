package studio.selfsame.release;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.release.document.Codes;

/** Something has happened to a release, for the audit trail: ids, codes and hashes only. */
record ReleaseRecord(String kind, UUID about, Map<String, String> facts) implements AuditRecord {
    ReleaseRecord {
        facts = Map.copyOf(facts);
    }

    @Override
    public String subject() {
        return about.toString();
    }

    /** @param drafted a version that was written: the first, one written anew, or an amendment */
    static ReleaseRecord drafted(Release release, Version drafted, PersonId by) {
        var facts = versioned(drafted, by);
        facts.put("organisation", release.organisation().value().toString());
        release.likeness()
                .ifPresent(likeness -> facts.put("likeness", likeness.value().toString()));
        release.signatory()
                .ifPresent(signatory -> facts.put("signatory", signatory.value().toString()));
        return new ReleaseRecord(
                drafted.number() == 1 ? "ReleaseDrafted" : "ReleaseAmended",
                release.id().value(),
                facts);
    }

    static ReleaseRecord invited(Release release, PersonId by, String tokenSha256) {
        return of("TalentInvited", release, by, Map.of("tokenSha256", tokenSha256));
    }

    static ReleaseRecord bound(Release release, PersonId signatory, LikenessId likeness) {
        return of(
                "TalentBound",
                release,
                signatory,
                Map.of("likeness", likeness.value().toString()));
    }

    static ReleaseRecord signedByStudio(Release release, Version version, PersonId by) {
        return new ReleaseRecord("ReleaseSignedByStudio", release.id().value(), versioned(version, by));
    }

    static ReleaseRecord countersigned(Release release, Version version, PersonId by, String sealedSha256) {
        var facts = versioned(version, by);
        facts.put("sealedPdfSha256", sealedSha256);
        return new ReleaseRecord("ReleaseCountersigned", release.id().value(), facts);
    }

    static ReleaseRecord suspended(Release release, Rest rest, PersonId by) {
        return of(
                "ReleaseSuspended",
                release,
                by,
                Map.of("side", Codes.of(rest.side()), "reason", Codes.of(rest.reason())));
    }

    static ReleaseRecord resumed(Release release, Side side, PersonId by) {
        return of("ReleaseResumed", release, by, Map.of("side", Codes.of(side)));
    }

    static ReleaseRecord revoked(Release release, Revocation revocation, PersonId by) {
        return of(
                "ReleaseRevoked",
                release,
                by,
                Map.of("from", revocation.from().toString(), "by", Codes.of(revocation.by())));
    }

    static ReleaseRecord asked(ReleaseUse use) {
        return new ReleaseRecord(
                "UseAsked",
                use.id().value(),
                Map.of(
                        "release", use.release().value().toString(),
                        "version", Integer.toString(use.version()),
                        "person", use.askedBy().value().toString(),
                        "scriptSha256", use.scriptSha256()));
    }

    static ReleaseRecord decided(ReleaseUse use, boolean approved, int version, PersonId by) {
        return new ReleaseRecord(
                approved ? "UseApproved" : "UseRefused",
                use.id().value(),
                Map.of(
                        "release", use.release().value().toString(),
                        "version", Integer.toString(version),
                        "person", by.value().toString(),
                        "scriptSha256", use.scriptSha256()));
    }

    static ReleaseRecord delivered(ReleaseUseId use, UUID render, String outputId, long millis) {
        return new ReleaseRecord(
                "UsageDelivered",
                use.value(),
                Map.of("render", render.toString(), "output", outputId, "lengthMs", Long.toString(millis)));
    }

    private static ReleaseRecord of(String kind, Release release, PersonId by, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("person", by.value().toString());
        return new ReleaseRecord(kind, release.id().value(), facts);
    }

    private static Map<String, String> versioned(Version version, PersonId by) {
        var facts = new HashMap<String, String>();
        facts.put("version", Integer.toString(version.number()));
        facts.put("person", by.value().toString());
        version.digest().ifPresent(digest -> facts.put("digest", digest));
        return facts;
    }
}
