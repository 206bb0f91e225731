package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.VideoFrame;

/** A ball with a texture and the mesh of a face on it, moved by known amounts while the meshes that are told of it tremble. */
class PixelMotionTest {
    private static final int SIDE = 400;
    private static final double RADIUS_CM = 13;
    private static final double TREMBLING_PX = 1.5;
    private static final HeadMotion REST = ball(0, 0, 0, 12, 200, 200);
    private final Random random = new Random(7);

    @Test
    void motion_ofATexturedHead_isTruerThanThatOfTremblingMeshes() {
        HeadMotion[] moves = {
            ball(0, 0, 0.03, 12, 203.4, 198.2),
            ball(0, 0, 0, 12, 186, 211),
            ball(0, 0, 0, 12.2, 200, 200),
            ball(0.02, -0.04, 0.01, 12, 200.3, 200.2),
            ball(-0.06, 0.02, 0, 11.9, 197, 206)
        };
        for (HeadMotion move : moves) {
            HeadMotion found = between(frame(REST, 1, false), frame(move, 1, false), move);
            assertThat(distance(found.after(REST), move)).isLessThan(0.2);
            assertThat(turn(found, move)).isCloseTo(0, within(0.006));
        }
    }

    @Test
    void motion_underOtherLightAndABlink_isTheSame() {
        HeadMotion move = ball(0.02, 0, 0.02, 12, 202, 203);
        HeadMotion found = between(frame(REST, 1, false), frame(move, 1.1, true), move);
        assertThat(distance(found.after(REST), move)).isLessThan(0.4);
    }

    @Test
    void motion_withoutTexture_isUnknown() {
        Closeup grey = Closeup.of(picture((x, y) -> 120), mesh(REST));
        assertThat(PixelMotion.between(grey, mesh(REST), grey, mesh(REST))).isEmpty();
    }

    @Test
    void motion_thatContradictsTheMeshes_isUnknown() {
        Closeup before = Closeup.of(picture((x, y) -> texture(x / 60, y / 60)), mesh(REST));
        Closeup near = Closeup.of(picture((x, y) -> texture((x - 5) / 60, y / 60)), mesh(REST));
        Closeup far = Closeup.of(picture((x, y) -> texture((x - 30) / 60, y / 60)), mesh(REST));
        assertThat(PixelMotion.between(before, mesh(REST), near, mesh(REST))).isPresent();
        assertThat(PixelMotion.between(before, mesh(REST), far, mesh(REST))).isEmpty();
    }

    @Test
    void motion_ofTheSameFrames_isTheSameBitByBit() {
        HeadMotion move = ball(0.02, 0, 0.02, 12, 202, 203);
        Closeup before = Closeup.of(frame(REST, 1, false), mesh(REST));
        Closeup now = Closeup.of(frame(move, 1, false), mesh(move));
        HeadMotion once =
                PixelMotion.between(before, mesh(REST), now, mesh(move)).orElseThrow();
        HeadMotion again =
                PixelMotion.between(before, mesh(REST), now, mesh(move)).orElseThrow();
        assertThat(again.turn()).isDeepEqualTo(once.turn());
        assertThat(again.shift()).isEqualTo(once.shift());
    }

    private HeadMotion between(VideoFrame before, VideoFrame now, HeadMotion move) {
        Landmarks then = mesh(REST);
        Landmarks seen = trembling(mesh(move));
        return PixelMotion.between(Closeup.of(before, then), then, Closeup.of(now, seen), seen)
                .orElseThrow();
    }

    private Landmarks trembling(Landmarks p) {
        int[] all = IntStream.range(0, p.size()).toArray();
        double x = random.nextBoolean() ? TREMBLING_PX : -TREMBLING_PX;
        double y = random.nextBoolean() ? TREMBLING_PX : -TREMBLING_PX;
        return SyntheticHead.moved(p, x, y, all);
    }

    /** Takes centimetres about the ball's middle (y down, z away) to pixels. */
    private static HeadMotion ball(double aboutX, double aboutY, double aboutZ, double pxPerCm, double x, double y) {
        return new HeadMotion(HeadMotion.turning(aboutX, aboutY, aboutZ, pxPerCm), new double[] {x, y, 0});
    }

    /** The canonical head's points, put on the ball. */
    private static Landmarks mesh(HeadMotion pose) {
        Landmarks head = head();
        Landmarks mesh = SyntheticHead.moved(head, 0, 0);
        for (int i = 0; i < head.size(); i++) {
            double[] to = pose.carried(head, i);
            mesh.x()[i] = (float) to[0];
            mesh.y()[i] = (float) to[1];
            mesh.z()[i] = (float) to[2];
        }
        return mesh;
    }

    private static Landmarks head() {
        Landmarks head = SyntheticHead.at(0, 0, 0, 0, 0, 1);
        for (int i = 0; i < head.size(); i++) {
            head.z()[i] = (float) -depth(head.x()[i], head.y()[i]);
        }
        return head;
    }

    private static double depth(double x, double y) {
        return Math.sqrt(Math.max(0, RADIUS_CM * RADIUS_CM - x * x - y * y));
    }

    /** Pixels between where two poses put points of the face, at most. */
    private static double distance(HeadMotion found, HeadMotion truth) {
        double worst = 0;
        for (int i : new int[] {33, 263, 168, 1, 151}) {
            double[] a = found.carried(head(), i);
            double[] b = truth.carried(head(), i);
            worst = Math.max(worst, Math.hypot(a[0] - b[0], a[1] - b[1]));
        }
        return worst;
    }

    /** Radians between the head turned by what was found and as it is. */
    private static double turn(HeadMotion found, HeadMotion truth) {
        double[][] rest = found.after(REST).after(truth.inverse()).turn();
        return Math.hypot(rest[0][2], rest[1][2]);
    }

    /** @param shut grey bars over the eyes */
    private static VideoFrame frame(HeadMotion pose, double light, boolean shut) {
        HeadMotion back = new HeadMotion(pose.turn(), new double[3]).inverse();
        double scale = pose.scale();
        return picture((x, y) -> {
            double across = x - pose.shift()[0];
            double down = y - pose.shift()[1];
            double[] at = HeadPoseFit.turned(back.turn(), new double[] {
                across, down, -scale * depth(across / scale, down / scale)
            });
            boolean eye = shut && Math.abs(at[1] + 2.6) < 0.4 && Math.abs(Math.abs(at[0]) - 3.2) < 1;
            return light * (eye ? 90 : texture(at[0], at[1]));
        });
    }

    private static double texture(double x, double y) {
        return 110
                + 30 * Math.sin(2.1 * x + 0.7 * y)
                + 25 * Math.sin(1.3 * y - 1.9 * x + 1)
                + 20 * Math.cos(3.3 * y + 0.4 * x);
    }

    private static VideoFrame picture(Luma luma) {
        byte[] y = new byte[SIDE * SIDE];
        for (int i = 0; i < y.length; i++) {
            y[i] = (byte) Math.round(luma.at(i % SIDE + 0.5, i / SIDE + 0.5));
        }
        return new VideoFrame(SIDE, SIDE, 0, y, new byte[SIDE * SIDE / 4], new byte[SIDE * SIDE / 4]);
    }

    private interface Luma {
        double at(double x, double y);
    }
}
