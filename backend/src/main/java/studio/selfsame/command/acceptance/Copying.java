package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Likeness;
import studio.selfsame.watermark.PictureDetector;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundFingerprint;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;

/**
 * S2: whoever has a file before and after it was marked adds the difference to other content. The id is then there; that the
 * content is not the one of the record must be told by the fingerprint.
 */
final class Copying {
    private static final List<WatermarkKey> KEYS = List.of(BenchKeys.right());

    private Copying() {}

    /**
     * What a forgery is taken for.
     *
     * @param id whether the copied id is read from it
     * @param content what its fingerprint says beside that of the marked file
     */
    record Forgery(boolean id, Likeness content) {
        boolean unmasked() {
            return content instanceof Likeness.Different;
        }
    }

    /** @param onto a clip of the same size */
    static Forgery picture(Clip original, Marked marked, Clip onto) throws IOException {
        PictureFormat format = PictureFormat.of(marked.widthPx(), marked.heightPx());
        PictureFingerprinter own = PictureFingerprinter.create(format);
        PictureFingerprinter forged = PictureFingerprinter.create(format);
        PictureDetector detector = WatermarkDetector.create(KEYS, Search.COMMON).picture(format);
        byte[] before = new byte[marked.widthPx() * marked.heightPx()];
        byte[] after = new byte[before.length];
        byte[] other = new byte[before.length];
        try (GrayFrames plain = new GrayFrames(original.file());
                GrayFrames bearing = new GrayFrames(marked.file());
                GrayFrames foreign = new GrayFrames(onto.file())) {
            while (plain.next(before) && bearing.next(after) && foreign.next(other)) {
                own.accept(after, bearing.timeUs());
                for (int i = 0; i < other.length; i++) {
                    int mark = (after[i] & 0xff) - (before[i] & 0xff);
                    other[i] = (byte) Math.clamp((other[i] & 0xff) + mark, 0, 255);
                }
                forged.accept(other, foreign.timeUs());
                detector.accept(other, foreign.timeUs());
            }
        }
        PictureFingerprint record = own.finish();
        return new Forgery(bears(detector.result(), marked), record.compare(forged.finish()));
    }

    static Forgery sound(Track original, Marked marked, Track onto) throws IOException {
        float[] plain = Samples.read(original.file(), Reading.SOUND_RATE_HZ);
        float[] bearing = Samples.read(marked.file(), Reading.SOUND_RATE_HZ);
        float[] forged = Samples.read(onto.file(), Reading.SOUND_RATE_HZ);
        forged = Arrays.copyOf(forged, Math.min(forged.length, plain.length));
        for (int i = 0; i < forged.length; i++) {
            forged[i] += bearing[i] - plain[i];
        }
        Detection detection = Reading.sound(forged, KEYS, Search.COMMON).detection();
        return new Forgery(bears(detection, marked), print(bearing).compare(print(forged)));
    }

    private static SoundFingerprint print(float[] samples) {
        SoundFingerprinter printer = SoundFingerprinter.create(new SoundFormat(Reading.SOUND_RATE_HZ, 1));
        printer.accept(samples);
        return printer.finish();
    }

    private static boolean bears(Detection detection, Marked marked) {
        return detection instanceof Detection.Found found && found.payload().equals(marked.id());
    }
}
