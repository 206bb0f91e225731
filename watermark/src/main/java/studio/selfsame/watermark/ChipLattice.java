package studio.selfsame.watermark;

/**
 * Where the chips of the picture mark lie in a frame. The frame's shorter side always measures {@value #SHORT_SIDE} fine
 * chips, and the chips are counted from its centre, so that any uniform scale of a frame has the same chips in the same
 * places. The lattice reaches at least two chips beyond each edge.
 *
 * <p>This is the only place that knows geometry: a search over crop or rotation would hand the detector other lattices.
 */
final class ChipLattice {
    static final int SHORT_SIDE = 90;

    private final int widthPx;
    private final int heightPx;
    private final double chipPx;

    ChipLattice(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.chipPx = Math.min(widthPx, heightPx) / (double) SHORT_SIDE;
    }

    int widthPx() {
        return widthPx;
    }

    int heightPx() {
        return heightPx;
    }

    /** Fine chips across; a multiple of four. */
    int columns() {
        return chips(widthPx);
    }

    /** Fine chips down; a multiple of four. */
    int rows() {
        return chips(heightPx);
    }

    int cells() {
        return rows() * columns();
    }

    double chipPx() {
        return chipPx;
    }

    /** Left edge of a column in pixels, fractions included; may lie outside the frame. */
    double left(double column) {
        return widthPx / 2.0 + (column - columns() / 2.0) * chipPx;
    }

    /** Top edge of a row in pixels. */
    double top(double row) {
        return heightPx / 2.0 + (row - rows() / 2.0) * chipPx;
    }

    private int chips(int sidePx) {
        return 4 * (int) Math.ceil((sidePx / chipPx + 4) / 4 - 1e-9);
    }
}
