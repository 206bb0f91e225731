package studio.selfsame.inspection.forensics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.face.Landmarks;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;

/** The presenter's face as it is, and with its lower half spoilt in known ways. */
class PixelSignalsTest {
    private static final int FRAMES = 8;
    private static final List<VideoFrame> PLAIN = new ArrayList<>();
    private static final List<Landmarks> POINTS = new ArrayList<>();

    @BeforeAll
    static void follow() throws Exception {
        try (FaceTracker tracker = FaceTrackers.alone().open();
                MediaReader reader = presenter()) {
            PartReader part = new PartReader(reader, 0, FRAMES * 40_000L, () -> false);
            tracker.track(part, frame -> {})
                    .tracks()
                    .getFirst()
                    .observations()
                    .forEach(face -> POINTS.add(face.landmarks()));
            part.seek(0);
            for (var next = part.nextFrame(); next.isPresent(); next = part.nextFrame()) {
                PLAIN.add(next.get());
            }
        }
        assertThat(POINTS).hasSize(FRAMES).hasSameSizeAs(PLAIN);
    }

    /** Changes luma of one frame. */
    private interface Spoiling {
        void spoil(int frame, byte[] luma, int at);
    }

    @Test
    void lowerFace_thatFlickersIsRoughOrOfAnotherColour_raisesJustThatSignal() {
        FacePixels plain = last((frame, luma, at) -> {});
        assertThat(List.of(plain.boundary(), plain.flicker(), plain.texture(), plain.blocks()))
                .allSatisfy(figure -> assertThat(figure).isBetween(-4.0, 4.0));

        FacePixels flickering = last((frame, luma, at) -> luma[at] += (byte) (frame % 2 == 0 ? 6 : 0));
        assertThat(flickering.flicker()).isGreaterThan(plain.flicker() + 1);
        assertThat(flickering.colour()).isCloseTo(plain.colour(), within(0.01));

        Random random = new Random(3);
        FacePixels rough = last((frame, luma, at) -> luma[at] += (byte) random.nextInt(-12, 13));
        assertThat(rough.texture()).isGreaterThan(plain.texture() + 1);
    }

    @Test
    void lowerFace_ofAnotherColour_isFurtherFromTheCheeks() {
        VideoFrame frame = copy(PLAIN.getFirst());
        Landmarks points = POINTS.getFirst();
        FacePixels plain = new PixelMeter().measure(frame, points);
        int from = ((int) points.y()[164] - 8) / 2 * frame.chromaWidthPx();
        for (int i = from; i < frame.u().length; i++) {
            frame.u()[i] = (byte) ((frame.u()[i] & 0xff) - 12);
            frame.v()[i] = (byte) ((frame.v()[i] & 0xff) + 12);
        }
        FacePixels orange = new PixelMeter().measure(frame, points);

        assertThat(orange.colour()).isGreaterThan(plain.colour() + 5);
        assertThat(orange.texture()).isEqualTo(plain.texture());
    }

    @Test
    void blocks_pressedIntoTheFaceAlone_areSeen() {
        VideoFrame frame = copy(PLAIN.getFirst());
        Landmarks points = POINTS.getFirst();
        double plain = Blocks.inside(frame, points);
        int left = (int) Math.min(points.x()[234], points.x()[454]);
        int right = (int) Math.max(points.x()[234], points.x()[454]);
        for (int row = (int) points.y()[1]; row < (int) points.y()[152]; row++) {
            for (int column = left; column < right; column++) {
                int at = row * frame.widthPx() + column;
                frame.y()[at] = (byte) ((frame.y()[at] & 0xff) + (column / 8 % 2 == 0 ? 5 : 0));
            }
        }
        assertThat(Blocks.inside(frame, points)).isGreaterThan(plain + 1.2);
    }

    @Test
    void highlights_atTheSamePlaceInBothIrises_overlapAndElsewhereNot() {
        Landmarks points = POINTS.getFirst();
        assertThat(EyeHighlights.overlap(lit(points, -2, -2), points)).isGreaterThan(0.5);
        assertThat(EyeHighlights.overlap(lit(points, -2, 4), points)).isLessThan(0.1);
        assertThat(EyeHighlights.overlap(grey(), points)).isNaN();
        assertThat(EyeHighlights.overlap(lit(points, -2, -2), smaller(points, 0.3)))
                .isNaN();
    }

    @Test
    void face_tooSmall_isNotMeasured() {
        assertThat(new PixelMeter().measure(PLAIN.getFirst(), smaller(POINTS.getFirst(), 0.1)))
                .isEqualTo(FacePixels.NONE);
    }

    /** Pixels of the last frame, the lower half of whose face, and of those before, was spoilt. */
    private static FacePixels last(Spoiling spoiling) {
        PixelMeter meter = new PixelMeter();
        FacePixels measured = FacePixels.NONE;
        for (int i = 0; i < FRAMES; i++) {
            VideoFrame frame = copy(PLAIN.get(i));
            int from = (int) POINTS.get(i).y()[164] - 8;
            for (int row = from; row < frame.heightPx(); row++) {
                for (int column = 0; column < frame.widthPx(); column++) {
                    spoiling.spoil(i, frame.y(), row * frame.widthPx() + column);
                }
            }
            measured = meter.measure(frame, POINTS.get(i));
        }
        return measured;
    }

    private static MediaReader presenter() throws Exception {
        var clip = Objects.requireNonNull(PixelSignalsTest.class.getResource("/footage/ada_4s.mp4"));
        return Media.alone().open(Path.of(clip.toURI()));
    }

    private static VideoFrame copy(VideoFrame frame) {
        return new VideoFrame(
                frame.widthPx(),
                frame.heightPx(),
                frame.presentationTimeUs(),
                frame.y().clone(),
                frame.u().clone(),
                frame.v().clone());
    }

    private static VideoFrame grey() {
        VideoFrame frame = copy(PLAIN.getFirst());
        Arrays.fill(frame.y(), (byte) 60);
        return frame;
    }

    /** Grey, with a small lamp in each iris, so far from its middle. */
    private static VideoFrame lit(Landmarks points, int leftPx, int rightPx) {
        VideoFrame frame = grey();
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                light(frame, points.x()[468] + leftPx + dx, points.y()[468] + dy);
                light(frame, points.x()[473] + rightPx + dx, points.y()[473] + dy);
            }
        }
        return frame;
    }

    private static void light(VideoFrame frame, double x, double y) {
        frame.y()[(int) y * frame.widthPx() + (int) x] = (byte) 220;
    }

    private static Landmarks smaller(Landmarks points, double by) {
        float[] x = points.x().clone();
        float[] y = points.y().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] *= (float) by;
            y[i] *= (float) by;
        }
        return new Landmarks(x, y, points.z());
    }
}
