package studio.selfsame.inspection.takedown;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a claim says is wrong with what it is about. */
enum TakedownKind {
    /** It shows somebody who did not agree. */
    @JsonProperty("without-consent")
    WITHOUT_CONSENT,
    /** It shows somebody naked or in a sexual situation. */
    @JsonProperty("intimate")
    INTIMATE,
    /** It shows a child. */
    @JsonProperty("minor")
    MINOR,
    @JsonProperty("copyright")
    COPYRIGHT,
    @JsonProperty("other")
    OTHER
}
