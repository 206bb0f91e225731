package studio.selfsame.inspection.takedown;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An objection as whoever decides reads it. It does not say who wrote it, only what they have to do with the output. */
@Schema(name = "TakedownObjection")
record ObjectionView(String outputId, Objection.By by, Instant receivedAt, String text) {
    @Override
    public String toString() {
        return "ObjectionView[hidden]";
    }
}
