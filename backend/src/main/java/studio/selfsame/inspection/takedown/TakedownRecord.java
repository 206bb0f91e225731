package studio.selfsame.inspection.takedown;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.identity.PersonId;

/** Something has happened to a claim, for the audit trail: ids and codes only. */
record TakedownRecord(String kind, UUID about, Map<String, String> facts) implements AuditRecord {
    TakedownRecord {
        facts = Map.copyOf(facts);
    }

    @Override
    public String subject() {
        return about.toString();
    }

    static TakedownRecord asked(TakedownCase filed) {
        return new TakedownRecord(
                "TakedownAsked",
                filed.id(),
                Map.of(
                        "kind", filed.kind().name(),
                        "claimant", filed.claimant().name(),
                        "dueAt", filed.dueAt().toString()));
    }

    static TakedownRecord matched(UUID about, Match match) {
        return new TakedownRecord(
                "TakedownMatched",
                about,
                Map.of(
                        "output", match.outputId(),
                        "foundBy", match.foundBy().name(),
                        "sure", Boolean.toString(match.sure())));
    }

    static TakedownRecord searched(UUID about, boolean failed) {
        return new TakedownRecord(failed ? "TakedownSearchFailed" : "TakedownSearched", about, Map.of());
    }

    static TakedownRecord warned(UUID about) {
        return new TakedownRecord("TakedownDueSoon", about, Map.of());
    }

    static TakedownRecord overdue(UUID about) {
        return new TakedownRecord("TakedownOverdue", about, Map.of());
    }

    static TakedownRecord heldByClock(UUID about, Collection<String> outputs) {
        return new TakedownRecord("TakedownHeld", about, Map.of("by", "clock", "outputs", ids(outputs)));
    }

    static TakedownRecord held(UUID about, Collection<String> outputs, PersonId by) {
        return new TakedownRecord("TakedownHeld", about, Map.of("by", by.value().toString(), "outputs", ids(outputs)));
    }

    static TakedownRecord objected(UUID about, Objection objection, PersonId by) {
        return new TakedownRecord(
                "TakedownObjected",
                about,
                Map.of(
                        "output", objection.outputId(),
                        "by", by.value().toString(),
                        "as", objection.by().name()));
    }

    static TakedownRecord granted(UUID about, Collection<String> outputs, boolean wholeLikeness, PersonId by) {
        return new TakedownRecord(
                "TakedownGranted",
                about,
                Map.of(
                        "by", by.value().toString(),
                        "outputs", ids(outputs),
                        "wholeLikeness", Boolean.toString(wholeLikeness)));
    }

    static TakedownRecord refused(UUID about, PersonId by) {
        return new TakedownRecord(
                "TakedownRefused", about, Map.of("by", by.value().toString()));
    }

    private static String ids(Collection<String> outputs) {
        return String.join(" ", new TreeSet<>(outputs));
    }
}
