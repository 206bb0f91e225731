package studio.selfsame.sealing.label;

import java.util.List;

/**
 * Where the label stands at any time of a video. It is at its place when a stay begins, and on its way there just before.
 *
 * @param stays in order of time, the first from 0
 */
public record LabelTrack(List<Stay> stays) {
    /** How long the label takes from place to place. */
    static final long MOVE_US = 500_000;

    public LabelTrack {
        stays = List.copyOf(stays);
        if (stays.isEmpty() || stays.getFirst().fromUs() != 0) {
            throw new IllegalArgumentException("a label stands somewhere from the first picture on");
        }
    }

    /** From then until the next. */
    public record Stay(long fromUs, LabelPlace place) {}

    /** Upper left corner, pixels, even. */
    record Spot(int xPx, int yPx) {}

    /** Top right from the first picture to the last. */
    public static LabelTrack still() {
        return new LabelTrack(List.of(new Stay(0, LabelPlace.TOP_RIGHT)));
    }

    Spot at(long timeUs, int frameWidthPx, int frameHeightPx, LabelLayout label) {
        int index = stays.size() - 1;
        while (index > 0 && stays.get(index).fromUs() > timeUs) {
            index--;
        }
        Spot here = spot(stays.get(index).place(), frameWidthPx, frameHeightPx, label);
        if (index + 1 == stays.size()) {
            return here;
        }
        Stay next = stays.get(index + 1);
        double way = 1 - (double) (next.fromUs() - timeUs) / MOVE_US;
        if (way <= 0) {
            return here;
        }
        Spot there = spot(next.place(), frameWidthPx, frameHeightPx, label);
        double eased = way * way * (3 - 2 * way);
        return new Spot(between(here.xPx(), there.xPx(), eased), between(here.yPx(), there.yPx(), eased));
    }

    private static Spot spot(LabelPlace place, int frameWidthPx, int frameHeightPx, LabelLayout label) {
        return new Spot(place.xPx(frameWidthPx, label.widthPx()), place.yPx(frameHeightPx, label.heightPx()));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.round((from + part * (to - from)) / 2) * 2;
    }
}
