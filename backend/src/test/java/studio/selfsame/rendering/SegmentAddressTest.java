package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.PlayedRecordings;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.FrameOutcome;
import studio.selfsame.likeness.Material;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.FrameRate;

class SegmentAddressTest {
    private static final LikenessId LIKENESS = new LikenessId(new UUID(1, 2));
    private static final ModelProvenance MODEL = model(LIKENESS, new UUID(3, 4), Map.of("steps", "100"));
    private static final MotionPlan.Frame FRAME =
            new MotionPlan.Frame(1, 2, 3, 4, new float[] {0.5f, -0.25f}, FrameOutcome.DRAWN);
    private static final FrameRate RATE = new FrameRate(25, 1);

    @Test
    void of_anotherPlaceInAnotherRender_isTheSame() {
        assertThat(address(MODEL, Material.NONE, 64, RATE, 3, 5, FRAME))
                .isEqualTo(address(MODEL, Material.NONE, 64, RATE, 0, 2, FRAME))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void of_lipsThatDifferByRounding_isTheSame() {
        assertThat(address(frame(1, 2, 3, 4, 0.5000001f, FrameOutcome.DRAWN))).isEqualTo(address(FRAME));
    }

    @Test
    void of_anythingElseThatPicturesDependOn_isAnother() {
        List<String> addresses = List.of(
                address(FRAME),
                address(frame(9, 2, 3, 4, 0.5f, FrameOutcome.DRAWN)),
                address(frame(1, 9, 3, 4, 0.5f, FrameOutcome.DRAWN)),
                address(frame(1, 2, 9, 4, 0.5f, FrameOutcome.DRAWN)),
                address(frame(1, 2, 3, 9, 0.5f, FrameOutcome.DRAWN)),
                address(frame(1, 2, 3, 4, 0.502f, FrameOutcome.DRAWN)),
                address(frame(1, 2, 3, 4, 0.5f, FrameOutcome.BLURRED)),
                address(MODEL, Material.NONE, 66, RATE, 0, 2, FRAME),
                address(MODEL, Material.NONE, 64, new FrameRate(30, 1), 0, 2, FRAME),
                address(MODEL, Material.NONE, 64, RATE, 0, 3, FRAME),
                address(model(new LikenessId(new UUID(1, 9)), new UUID(3, 4), Map.of("steps", "100"))),
                address(model(LIKENESS, new UUID(3, 9), Map.of("steps", "100"))),
                address(model(LIKENESS, new UUID(3, 4), Map.of("steps", "200"))),
                address(model(LIKENESS, new UUID(3, 4), look("a"), Map.of("steps", "100"))),
                address(model(LIKENESS, new UUID(3, 4), look("b"), Map.of("steps", "100"))),
                address(MODEL, new Material(Optional.of(recording("a")), Optional.empty()), 64, RATE, 0, 2, FRAME),
                address(MODEL, new Material(Optional.of(recording("b")), Optional.empty()), 64, RATE, 0, 2, FRAME),
                address(MODEL, new Material(Optional.empty(), Optional.of(recording("a"))), 64, RATE, 0, 2, FRAME));
        Set<String> distinct = new HashSet<>(addresses);
        assertThat(distinct).hasSameSizeAs(addresses);
    }

    private static ModelProvenance.Look look(String sha256) {
        return new ModelProvenance.Look(new UUID(7, 8), sha256);
    }

    private static MotionPlan.Frame frame(int plate, int mouth, int eyes, int take, float lip, FrameOutcome outcome) {
        return new MotionPlan.Frame(plate, mouth, eyes, take, new float[] {lip, -0.25f}, outcome);
    }

    private static VerifiedRecording recording(String sha256) {
        return PlayedRecordings.of(LIKENESS, sha256, RATE, new FaceTracking(0, List.of(), List.of()));
    }

    private static String address(MotionPlan.Frame frame) {
        return address(MODEL, Material.NONE, 64, RATE, 0, 2, frame);
    }

    private static String address(ModelProvenance model) {
        return address(model, Material.NONE, 64, RATE, 0, 2, FRAME);
    }

    private static String address(
            ModelProvenance model,
            Material material,
            int widthPx,
            FrameRate rate,
            int first,
            int end,
            MotionPlan.Frame frame) {
        MotionPlan motion = new MotionPlan(rate, Collections.nCopies(10, frame), List.of(0));
        RenderPlan plan = RenderPlan.cut(new RenderId(UUID.randomUUID()), widthPx, 32, motion);
        return SegmentAddress.of(model, material, plan, motion, new RenderPlan.Segment(0, first, end));
    }

    private static ModelProvenance model(LikenessId likeness, UUID training, Map<String, String> settings) {
        return model(likeness, training, null, settings);
    }

    private static ModelProvenance model(
            LikenessId likeness, UUID training, ModelProvenance.Look look, Map<String, String> settings) {
        return new ModelProvenance(
                likeness,
                new UUID(5, 6),
                "ab",
                training,
                look,
                "1",
                "retrieval",
                settings,
                Map.of(),
                null,
                Instant.EPOCH);
    }
}
