package studio.selfsame.inspection.takedown;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who a claimant says they are. */
enum Claimant {
    @JsonProperty("person-shown")
    PERSON_SHOWN,
    /** A parent, a lawyer, or whoever else may act for the person shown. */
    @JsonProperty("for-person-shown")
    FOR_PERSON_SHOWN,
    @JsonProperty("somebody-else")
    SOMEBODY_ELSE;

    /** The studio acts by itself for nobody else. */
    boolean speaksForPersonShown() {
        return this != SOMEBODY_ELSE;
    }
}
