package studio.selfsame.sealing.label;

import java.util.List;
import java.util.Locale;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;

/**
 * The visible disclosure of one video: laid out once, drawn on every picture where the track has it, measured there on every
 * picture that is asked about. Under the plate the picture loses its colour, so that its luma tells how bright it is.
 */
public final class Label {
    /** WCAG 2.2, success criterion 1.4.3. */
    public static final double LEAST_CONTRAST = 4.5;

    private static final int NEUTRAL = 128;
    private static final byte COVERED = (byte) 255;

    private final LabelLayout layout;
    private final LabelPixels pixels;
    private final LabelTrack track;
    private final int frameWidthPx;
    private final int frameHeightPx;
    private final FrameRate frameRate;

    private Label(LabelLayout layout, LabelTrack track, int frameWidthPx, int frameHeightPx, FrameRate frameRate) {
        this.layout = layout;
        this.pixels = LabelPixels.of(layout);
        this.track = track;
        this.frameWidthPx = frameWidthPx;
        this.frameHeightPx = frameHeightPx;
        this.frameRate = frameRate;
    }

    /**
     * The words for a video, kept away from the faces in it.
     *
     * @param language a language of {@link LabelWords}
     * @param frames how many pictures the video has
     * @param glimpses of its faces, in order of time
     */
    public static Label of(
            String words,
            Locale language,
            int frameWidthPx,
            int frameHeightPx,
            FrameRate frameRate,
            int frames,
            List<FaceGlimpse> glimpses) {
        LabelLayout layout = LabelLayout.of(words, language, frameWidthPx, frameHeightPx);
        LabelTrack track = LabelPlanning.track(layout, frameWidthPx, frameHeightPx, frameRate.timeUs(frames), glimpses);
        return new Label(layout, track, frameWidthPx, frameHeightPx, frameRate);
    }

    LabelLayout layout() {
        return layout;
    }

    public FrameRate frameRate() {
        return frameRate;
    }

    /** Where it stands when. */
    public LabelTrack track() {
        return track;
    }

    /** Draws the label, in place. */
    public void draw(VideoFrame frame) {
        LabelTrack.Spot spot = spot(frame);
        byte[] luma = frame.y();
        double opacity = PlateOpacity.over(under(luma, spot));
        byte[] plate = new byte[256];
        for (int i = 0; i < plate.length; i++) {
            plate[i] = (byte) Math.round(i + opacity * (PlateOpacity.PLATE_LUMA - i));
        }
        for (int row = 0, i = 0; row < layout.heightPx(); row++) {
            int at = (spot.yPx() + row) * frameWidthPx + spot.xPx();
            for (int end = i + layout.widthPx(); i < end; i++, at++) {
                if (pixels.isPlate(i)) {
                    luma[at] = plate[luma[at] & 0xff];
                } else if (layout.words()[i] == COVERED) {
                    luma[at] = (byte) PlateOpacity.WORDS_LUMA;
                } else {
                    luma[at] = edge(luma[at] & 0xff, i, opacity);
                }
            }
        }
        neutralise(frame.u(), frame.chromaWidthPx(), spot);
        neutralise(frame.v(), frame.chromaWidthPx(), spot);
    }

    /** Where a letter or the plate covers part of a pixel. */
    private byte edge(int luma, int i, double opacity) {
        double plate = opacity * (layout.plate()[i] & 0xff) / 255;
        double letter = (layout.words()[i] & 0xff) / 255.0;
        double ground = luma + plate * (PlateOpacity.PLATE_LUMA - luma);
        return (byte) Math.round(ground + letter * (PlateOpacity.WORDS_LUMA - ground));
    }

    private int[][] under(byte[] luma, LabelTrack.Spot spot) {
        int[][] parts = new int[pixels.parts()][256];
        // Every other row tells as much.
        for (int row = 0; row < layout.heightPx(); row += 2) {
            int at = (spot.yPx() + row) * frameWidthPx + spot.xPx();
            for (int x = 0; x < layout.widthPx(); x++) {
                parts[pixels.partOf(x)][luma[at + x] & 0xff]++;
            }
        }
        return parts;
    }

    private void neutralise(byte[] plane, int stride, LabelTrack.Spot spot) {
        int width = layout.widthPx();
        for (int row = 0; row < layout.heightPx() / 2; row++) {
            int at = (spot.yPx() / 2 + row) * stride + spot.xPx() / 2;
            for (int x = 0; x < width; x += 2, at++) {
                int covered = layout.plate()[2 * row * width + x] & 0xff;
                plane[at] = (byte) (NEUTRAL + ((plane[at] & 0xff) - NEUTRAL) * (255 - covered) / 255);
            }
        }
    }

    /**
     * Contrast ratio of the words against their plate as they are in this picture (WCAG 2.2: 1..21) where it is least: in each
     * part of the label, from the mean relative luminance of the words and of the plate there. Below 1 when the words are darker.
     */
    public double contrastOn(VideoFrame frame) {
        return pixels.leastContrast(frame.y(), frameWidthPx, spot(frame));
    }

    /** Decoders give times back that are rounded otherwise than those that were written. */
    private LabelTrack.Spot spot(VideoFrame frame) {
        long index = Math.round(frame.presentationTimeUs() * frameRate.perSecond() / 1e6);
        return track.at(frameRate.timeUs(index), frameWidthPx, frameHeightPx, layout);
    }
}
