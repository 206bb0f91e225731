package studio.selfsame.inspection.takedown;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it is known that a claim is about an output. */
enum FoundBy {
    @JsonProperty("mark")
    MARK,
    @JsonProperty("credentials")
    CREDENTIALS,
    @JsonProperty("fingerprint")
    FINGERPRINT,
    /** The claimant, or whoever decided, gave its id. */
    @JsonProperty("named")
    NAMED,
    /** The whole likeness was taken down. */
    @JsonProperty("likeness")
    LIKENESS
}
