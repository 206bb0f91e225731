package studio.selfsame.rendering;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.likeness.Material;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.likeness.MotionPlan;

/**
 * Where a drawn segment is found again: a hash over everything its pictures depend on, and over nothing else. Neither its
 * place in the render nor the render is part of it.
 */
final class SegmentAddress {
    /** To be raised whenever the same plan is drawn differently by newer code. */
    private static final int DRAWING = 2;

    /** Lips are compared to this part of their unit: far below what can be seen, far above rounding. */
    private static final double LIPS_STEP = 1.0 / 1024;

    private SegmentAddress() {}

    /** 64 hex digits. */
    static String of(
            ModelProvenance model, Material material, RenderPlan plan, MotionPlan motion, RenderPlan.Segment at) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (DataOutputStream data =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            data.writeInt(DRAWING);
            data.writeUTF(version());
            write(data, model);
            data.writeUTF(identity(material.plates()));
            data.writeUTF(identity(material.take()));
            data.writeInt(plan.widthPx());
            data.writeInt(plan.heightPx());
            data.writeInt(plan.frameRate().numerator());
            data.writeInt(plan.frameRate().denominator());
            data.writeInt(at.end() - at.first());
            for (MotionPlan.Frame frame : motion.frames().subList(at.first(), at.end())) {
                write(data, frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Every training has an authorization of its own. */
    private static void write(DataOutputStream data, ModelProvenance model) throws IOException {
        data.writeUTF(model.likeness().value().toString());
        data.writeUTF(model.enrolment().toString());
        data.writeUTF(model.footageSha256());
        data.writeUTF(model.authorization().toString());
        ModelProvenance.Look look = model.look();
        data.writeUTF(look == null ? "" : look.recording() + " " + look.sha256());
        data.writeUTF(model.codeVersion());
        data.writeUTF(model.technique());
        data.writeUTF(new TreeMap<>(model.settings()).toString());
        data.writeUTF(model.trainedAt().toString());
    }

    private static void write(DataOutputStream data, MotionPlan.Frame frame) throws IOException {
        data.writeInt(frame.plateFrame());
        data.writeInt(frame.mouthFrame());
        data.writeInt(frame.eyesFrame());
        data.writeInt(frame.takeFrame());
        data.writeUTF(frame.outcome().name());
        data.writeInt(frame.lips().length);
        for (float value : frame.lips()) {
            data.writeLong(Math.round(value / LIPS_STEP));
        }
    }

    private static String identity(Optional<VerifiedRecording> recording) {
        return recording.map(known -> known.id().value() + " " + known.sha256()).orElse("");
    }

    private static String version() {
        String version = SegmentAddress.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
