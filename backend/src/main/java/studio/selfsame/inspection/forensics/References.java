package studio.selfsame.inspection.forensics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import studio.selfsame.inspection.forensics.Signal.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured on filmed and on drawn faces, as quantiles (made by {@code ./selfsame bench forensics --out DIR}). It holds of
 * those few clips and encoders, and nowhere else.
 */
final class References {
    static final String RESOURCE = "/inspection/forensics.json";
    private static final int STEP = 10;

    private final JsonNode signals;

    private References(JsonNode signals) {
        this.signals = signals;
    }

    static References read() {
        try (InputStream in = Objects.requireNonNull(References.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new References(new JsonMapper().readTree(in).path("signals"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty where too few clips could be measured. */
    Optional<Place> place(Kind kind, double figure) {
        JsonNode known = signals.path(kind.id());
        if (known.path("filmed").isEmpty() || known.path("drawn").isEmpty()) {
            return Optional.empty();
        }
        double low = known.path("aucLow").asDouble();
        double high = known.path("aucHigh").asDouble();
        return Optional.of(new Place(
                below(known.path("filmed"), figure), below(known.path("drawn"), figure), low > 0.5 || high < 0.5));
    }

    /** Percent, in steps; ties count half. */
    private static int below(JsonNode quantiles, double figure) {
        double below = 0;
        for (JsonNode quantile : quantiles) {
            below += quantile.asDouble() < figure ? 1 : quantile.asDouble() == figure ? 0.5 : 0;
        }
        return (int) Math.round(100 * below / quantiles.size() / STEP) * STEP;
    }
}
