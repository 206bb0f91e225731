package studio.selfsame.sealing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What operators are told of. The code is the name in small letters with hyphens. */
public enum AlertKind {
    /** A finished file did not bear what it must, and was destroyed; the subject is its render. */
    @JsonProperty("self-verification-failed")
    SELF_VERIFICATION_FAILED,
    /** The time stamping authority gave no stamp in all attempts at a render. */
    @JsonProperty("time-stamp-missing")
    TIME_STAMP_MISSING,
    /** A render could not be sealed because there was no room on the disk. */
    @JsonProperty("disk-full")
    DISK_FULL,
    /** A render could not be sealed in all attempts, for a reason that nobody foresaw; the subject is what was thrown. */
    @JsonProperty("sealing-failed")
    SEALING_FAILED,
    /** A certificate of the operator's own chain has 30 days left; the subject is its SHA-256. */
    @JsonProperty("certificate-ending")
    CERTIFICATE_ENDING,
    @JsonProperty("certificate-over")
    CERTIFICATE_OVER,
    /** A claim that something must go has 12 hours left; the subject of this and the following is its case. */
    @JsonProperty("takedown-due-soon")
    TAKEDOWN_DUE_SOON,
    @JsonProperty("takedown-held-by-clock")
    TAKEDOWN_HELD_BY_CLOCK,
    @JsonProperty("takedown-overdue")
    TAKEDOWN_OVERDUE;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AlertKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
