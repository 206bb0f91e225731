package studio.selfsame.sealing;

import java.util.List;
import studio.selfsame.watermark.WatermarkKey;

/**
 * The keys of this studio's marks. A {@link WatermarkKey} does not give its secret away and never prints it.
 *
 * @param all for reading marks; the first one is the one that new marks are made with
 */
public record MarkKeys(List<WatermarkKey> all) {
    public MarkKeys {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a studio without a watermark key cannot seal");
        }
    }

    WatermarkKey current() {
        return all.getFirst();
    }
}
