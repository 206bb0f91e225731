package studio.selfsame.identity;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.face.DetectedFace;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.identity.VerificationRow.State;
import studio.selfsame.media.RgbImage;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Looks at a portrait: exactly one face, large enough, from the front. Keeps its embedding beside it in the vault. */
@Component
class PortraitCheck implements WorkHandler {
    static final String KIND = "identity.portrait";

    private static final float LEAST_FACE_PX = 96;
    private static final double MOST_TURN_DEG = 25;

    private final VerificationTable table;
    private final Vault vault;
    private final VerificationMedia media;
    private final FaceTrackers trackers;

    PortraitCheck(VerificationTable table, Vault vault, VerificationMedia media, FaceTrackers trackers) {
        this.table = table;
        this.vault = vault;
        this.media = media;
        this.trackers = trackers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws Exception {
        var row = table.find(order.subject()).orElseThrow();
        monitor.progress("looking for the face", 0.1, Map.of());
        var picture = PortraitPicture.decode(vault.read(row.dataKey(), row.portrait()));
        var face = onlyUsable(faces(picture));
        monitor.checkCancelled();
        vault.seal(row.dataKey(), row.embedding(), out -> StoredEmbedding.write(face.embedding(), out));
        table.move(row.id(), State.CHECKING, State.AWAITING_REFEREE);
        monitor.progress("portrait is usable", 1, Map.of());
    }

    /** A portrait that cannot be used is not kept. */
    @Override
    @Transactional
    public void failed(WorkOrder order, Problem problem) {
        var row = table.find(order.subject()).orElseThrow();
        if (table.move(row.id(), State.CHECKING, State.UNUSABLE)) {
            table.explain(row.id(), problem);
            media.destroyOnCommit(row);
        }
    }

    private List<DetectedFace> faces(RgbImage picture) {
        try (FaceTracker tracker = trackers.open()) {
            return tracker.detect(picture);
        }
    }

    private static DetectedFace onlyUsable(List<DetectedFace> faces) {
        if (faces.size() != 1) {
            throw Portrait.unusable(
                    faces.isEmpty() ? "no face was found in the picture" : "the picture shows more than one face");
        }
        var face = faces.getFirst();
        var box = face.observation().box();
        if (Math.min(box.widthPx(), box.heightPx()) < LEAST_FACE_PX) {
            throw Portrait.unusable("the face in the picture is smaller than 96 pixels");
        }
        var pose = face.observation().pose();
        if (Math.max(Math.abs(pose.yawDeg()), Math.abs(pose.pitchDeg())) > MOST_TURN_DEG) {
            throw Portrait.unusable("the face in the picture is turned away");
        }
        return face;
    }
}
