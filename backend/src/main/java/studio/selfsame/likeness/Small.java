package studio.selfsame.likeness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.StabilisedFace;

/**
 * A source frame as small stabilised pictures, of which many are read for each frame that is drawn.
 *
 * @param wide of the model's wide region, {@code 3×W×W}, 8 bits gamma-coded, to be bent out of
 * @param grid of its whole region, {@code 3×32×32}, 8 bits gamma-coded, to match colours by
 */
record Small(byte[] wide, byte[] grid) {
    static Small cut(Patch patch, StabilisedFace face, LikenessModel model) {
        return new Small(
                Dataset.bytes(
                        CanonicalCrop.of(patch, face.toFace(), model.wideRegion(), LikenessModel.wide(model.mixPx()))),
                Dataset.bytes(CanonicalCrop.of(patch, face.toFace(), model.region(), ColourMatch.GRID)));
    }

    static int bytes(LikenessModel model) {
        int side = LikenessModel.wide(model.mixPx());
        return 3 * (side * side + ColourMatch.GRID * ColourMatch.GRID);
    }

    static Small read(ByteBuffer from) {
        byte[] grid = new byte[3 * ColourMatch.GRID * ColourMatch.GRID];
        byte[] wide = new byte[from.remaining() - grid.length];
        from.get(wide).get(grid);
        return new Small(wide, grid);
    }

    void write(OutputStream out) throws IOException {
        out.write(wide);
        out.write(grid);
    }

    @Override
    public String toString() {
        return "Small";
    }
}
