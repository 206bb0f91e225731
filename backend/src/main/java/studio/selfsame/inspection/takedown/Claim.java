package studio.selfsame.inspection.takedown;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a claimant wrote.
 *
 * @param name of the claimant, which stands for their signature
 * @param contact where they can be reached
 * @param personShown name of the person shown; empty where they do not say
 * @param url where it is shown; it is never fetched
 */
@Schema(name = "TakedownClaim")
record Claim(
        String name,
        String contact,
        String personShown,
        String statement,
        @Nullable String url) {
    @Override
    public String toString() {
        return "Claim[hidden]";
    }
}
