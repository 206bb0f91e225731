package studio.selfsame.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * Everything that is kept for a time, with the time that law or decency gives it. Configured as
 * {@code selfsame.retention.NAME}, e.g. {@code 30d}, {@code 6m} or {@code 3y}; what the law demands or the consent text
 * promises cannot be configured away. They are swept in this order.
 */
public enum RetentionClock {
    SUPERSEDED_VERIFICATIONS(
            "superseded-verifications",
            new Allowed("30d", "0d", "30d"),
            "the face template of a verification that a newer approved one has replaced, with its data key",
            "the decision on the newer one",
            "Storage limitation (GDPR Art. 5(1)(e)): it is used for nothing any more."),
    FACE_TEMPLATES(
            "face-templates",
            new Allowed("3y", "30d", "3y"),
            "the face template of a person's newest verification, with its data key",
            "the decision on it",
            "Biometric data go when their purpose is fulfilled, after three years at the latest (Illinois BIPA § 15(a));"
                    + " policy asks for a verification younger than 30 days anyway."),
    ABANDONED_UPLOADS(
            "abandoned-uploads",
            new Allowed("1d", "1d", "7d"),
            "footage whose upload was never finished, with its data key; recordings to perform with, likewise",
            "the beginning of the upload",
            "Nobody can use it."),
    REFUSED_FOOTAGE(
            "refused-footage",
            new Allowed("30d", "0d", "30d"),
            "the report on footage, or on a recording to perform with, that was refused; the file itself goes with the"
                    + " refusal, that of footage with its data key",
            "the refusal",
            "The report helps the person to do better, for a while."),
    UNGRANTED_LIKENESSES(
            "ungranted-likenesses",
            new Allowed("30d", "1d", "30d"),
            "footage for a likeness that its owner never agreed to; the likeness ends as by withdrawal",
            "the upload",
            "Without consent there is no ground to keep biometric data (GDPR Art. 9(2)(a))."),
    UNUSED_LIKENESSES(
            "unused-likenesses",
            new Allowed("3y", "30d", "3y"),
            "footage, model and performances of a likeness that nobody uses; the likeness ends as by withdrawal",
            "the last grant or the last permitted use, whichever is later",
            "Three years after the person's last interaction at the latest (Illinois BIPA § 15(a))."),
    RENDER_SCRATCH(
            "render-scratch",
            new Allowed("1d", "1d", "7d"),
            "encrypted scratch of a render that is over, where its removal failed or a late worker left some",
            "the end of the render",
            "It is removed when the render ends; this is the second look."),
    DRAWN_PIECES(
            "drawn-pieces",
            new Allowed("3d", "1d", "28d"),
            "encrypted drawn pieces of renders, kept so that a render that is asked for again, or whose script is changed in"
                    + " one sentence, draws only what is new",
            "the last render that used them",
            "They save work while somebody works on a video, and nothing after. They end with the likeness."),
    WITHDRAWN_OUTPUTS(
            "withdrawn-outputs",
            new Allowed("28d", "0d", "28d"),
            "the file of a video that was marked withdrawn or taken down by a decision; its public record stays",
            "the withdrawal or the decision, whichever is earlier",
            "Erasure without undue delay (GDPR Art. 17); whoever had a withdrawn one made can fetch it until then. Swept daily, so"
                    + " 30 days are never passed."),
    LEFTOVERS(
            "leftovers",
            new Allowed("1d", "1d", "28d"),
            "sealed objects of an ended likeness that could not be removed at once; then its certificate is completed",
            "the withdrawal",
            "They are unreadable without their key, and removed at once where that succeeds. A day, so that a worker"
                    + " that was still writing has ended."),
    UNSIGNED_DRAFTS(
            "unsigned-drafts",
            new Allowed("1y", "30d", "1y"),
            "a talent release that was never signed by both sides: its papers, its data key and its rows",
            "its last change: written, invited to, bound, signed by one side, revoked",
            "Nothing was agreed, so nothing has to be proven (GDPR Art. 5(1)(e))."),
    RELEASES(
            "releases",
            new Allowed("10y", "3y", "10y"),
            "the papers of a talent release that is over, with its data key: contracts, scripts, notes, what proved the"
                    + " signatures, and every word in its rows; the ledger's ids, times, lengths and hashes stay",
            "the end of its last day, or the day from which it is revoked, whichever is earlier; the release counts its"
                    + " days in its own zone",
            "They prove to both sides what was agreed; claims under a contract can come up years after it (three years"
                    + " at least)."),
    INSPECTIONS(
            "inspections",
            new Allowed("7d", "1d", "30d"),
            "the report on a file that somebody had inspected; the file itself goes with the inspection",
            "the inspection",
            "Long enough to read it."),
    TAKEDOWNS(
            "takedowns",
            new Allowed("1y", "6m", "3y"),
            "a decided claim that something must go: what its claimant and those who objected wrote and what was answered,"
                    + " with their data key, the objections' rows, and those of a refused one; that an output is taken down, and by which case, stays",
            "the decision",
            "Whoever it concerns can contest the decision for six months at least (Digital Services Act Art. 20(1)); the"
                    + " file that came with it goes with the search."),
    SPENT_TOKENS(
            "spent-tokens",
            new Allowed("30d", "1d", "30d"),
            "invitations into an organisation or to a release, questions put to passkeys, and proofs by passkey within a"
                    + " sign-in",
            "being used or expiring, whichever is earlier; the proof",
            "They are good for nothing any more; the audit trail says what came of them."),
    WORK_EVENTS(
            "work-events",
            new Allowed("90d", "1d", "1y"),
            "the steps of work that is over, as the studio's pages showed them",
            "the step",
            "They explain what went wrong, for a while."),
    RUN_LOGS(
            "run-logs",
            new Allowed("30d", "1d", "1y"),
            "files of the technical log that are written no more",
            "the last line in them",
            "They hold ids and are needed for troubleshooting and security alone."),
    RECORDS(
            "records",
            new Allowed("10y", "1y", "10y"),
            "what the audit trail's entries say (commitments and tree stay), decisions of policy and of referees,"
                    + " authorizations, operators' alerts, and the grants and the certificate of an ended likeness",
            "the record; for grants and certificate the end of the likeness",
            "Claims have to be answered and consent proven (GDPR Art. 7(1)); releases run for ten years at most. Less than"
                    + " a year would let a decision vanish before it can be contested.");

    private final String code;
    private final Allowed allowed;
    private final String what;
    private final String from;
    private final String why;

    RetentionClock(String code, Allowed allowed, String what, String from, String why) {
        this.code = code;
        this.allowed = allowed;
        this.what = what;
        this.from = from;
        this.why = why;
    }

    private record Allowed(String usual, String least, String most) {}

    /** As in the configuration key. */
    public String code() {
        return code;
    }

    String key() {
        return RetentionSchedule.PREFIX + "." + code;
    }

    String usual() {
        return allowed.usual();
    }

    /** E.g. {@code 1y to 10y}. */
    String allowed() {
        return allowed.least() + " to " + allowed.most();
    }

    boolean allows(Period period) {
        return days(period) >= days(RetentionSchedule.period(allowed.least()))
                && days(period) <= days(RetentionSchedule.period(allowed.most()));
    }

    String what() {
        return what;
    }

    String from() {
        return from;
    }

    String why() {
        return why;
    }

    /** Counted from the first day of years without a leap day in the first three: 365 days are a year, 1,095 are three. */
    private static long days(Period period) {
        return LocalDate.of(2001, 1, 1).plus(period).toEpochDay()
                - LocalDate.of(2001, 1, 1).toEpochDay();
    }

    static Instant minus(Instant now, Period period) {
        return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }

    static Instant plus(Instant start, Period period) {
        return start.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }
}
