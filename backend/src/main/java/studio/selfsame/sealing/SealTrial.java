package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.audit.AuditCheckpoint;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.PicturesAhead;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.performance.PerformanceKind;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.CredentialsWriter;
import studio.selfsame.sealing.c2pa.ManifestDraft;
import studio.selfsame.sealing.c2pa.Trust;
import studio.selfsame.watermark.WatermarkKey;
import studio.selfsame.work.WorkMonitor;

/**
 * Sealing beside a plain transcode, to be measured. No way to a file: its keys and its authority are made for it alone and
 * forgotten with it, and everything that it writes is erased before it answers. Not safe for use by several threads at once.
 */
public final class SealTrial implements AutoCloseable {
    private static final int SOUND_HZ = 48_000;
    /** What the encoder writes a key picture after. */
    private static final long KEY_PICTURES_US = 2_000_000;

    /** Nobody asked anybody. */
    private static final Grounds GROUNDS = new Grounds(
            new AuditTrail.Entry(0, "0".repeat(64)), new AuditCheckpoint(1, "0".repeat(64), ""), Optional.empty());

    private static final WorkMonitor UNWATCHED = new WorkMonitor() {
        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {}

        @Override
        public void checkCancelled() {}
    };

    private final Media media;
    private final Path folder;
    private final SigningIdentity identity;
    private final ContentCredentials credentials;
    private final FileSealing sealing;
    private final SecureRandom random = new SecureRandom();

    private SealTrial(Media media, Path folder) throws IOException, GeneralSecurityException {
        this.media = media;
        this.folder = folder;
        this.identity = new OwnAuthority(
                        new KeyFolder(folder.resolve("keys")), Clock.systemUTC(), Optional.empty(), CoseAlgorithm.ES256)
                .openOrMake();
        this.credentials = new ContentCredentials(
                new CredentialsReader(Trust.of(Set.of(identity.root()))),
                new StaticListableBeanFactory().getBeanProvider(Clock.class));
        var marks = new MarkKeys(List.of(WatermarkKey.generate("trial")));
        this.sealing = new FileSealing(media, marks, identity, credentials);
    }

    /** With keys that nobody has seen, in a folder of its own. */
    public static SealTrial open(Media media) throws IOException, GeneralSecurityException {
        return new SealTrial(media, Files.createTempDirectory("selfsame-trial"));
    }

    /**
     * A clip in memory is its sound alone; its pictures are decoded anew each time.
     *
     * @param frames how many pictures there are
     */
    public record Clip(Path file, int widthPx, int heightPx, FrameRate rate, int frames, AudioSamples sound) {}

    /** Decodes all of it once. */
    public Clip clip(Path file) throws IOException {
        try (MediaReader reader = media.open(file)) {
            var video = reader.probe().video().orElseThrow();
            AudioSamples sound =
                    reader.readAudio(SOUND_HZ, 1).orElseGet(() -> new AudioSamples(SOUND_HZ, 1, new float[0]));
            int frames = 0;
            while (reader.nextFrame().isPresent()) {
                frames++;
            }
            return new Clip(file, video.widthPx(), video.heightPx(), video.frameRate(), frames, sound);
        }
    }

    /**
     * Decodes and encodes, with the encoders and settings of sealing.
     *
     * @return bytes that were written, and erased
     */
    public long transcode(Clip clip) throws IOException {
        Path plain = folder.resolve("plain.mp4");
        try (MediaWriter writer =
                media.createMp4(plain, DisclosedVideo.picture(material(clip)), DisclosedVideo.format(clip.sound()))) {
            if (clip.sound().frames() > 0) {
                writer.write(clip.sound());
            }
            decode(clip, writer::write);
            writer.finish();
            return Files.size(plain);
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    /**
     * Decodes, labels, marks, encodes, signs and reads everything back, as a render is sealed.
     *
     * @return bytes that were written, and erased
     * @throws IOException also when anything could not be read back
     */
    public long seal(Clip clip) throws IOException, GeneralSecurityException {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        try {
            SealedFile file = sealing.seal(material(clip), this::claims, scratch, UNWATCHED);
            if (!file.found().isWhole()) {
                throw new IOException(String.join(" ", file.found().faults()));
            }
            return file.bytes();
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    /** Puts credentials into an MP4. */
    public void sign(Path file) throws IOException, GeneralSecurityException {
        CredentialsWriter.sign(file, claims("0".repeat(16)), identity.signer());
    }

    /**
     * Reads what was signed as a stranger would.
     *
     * @throws IOException also when its credentials are not valid
     */
    public void validate(Path signed) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(signed)) {
            FileCredentials found = credentials.read(channel);
            if (found.state() != FileCredentials.State.VALID) {
                throw new IOException("The credentials are not valid: " + found.failures());
            }
        }
    }

    private ManifestDraft claims(String outputId) {
        var draft = new ManifestDraft(outputId + ".mp4", "Trial", RenderManifest.version(), random);
        new RenderActions(PerformanceKind.SCRIPT, true, outputId, Optional.empty())
                .addTo(draft, Map.of("name", "Trial"), Clock.systemUTC().instant());
        draft.add(RenderManifest.CONSENT, Map.of("outputId", outputId));
        return draft;
    }

    private Undisclosed material(Clip clip) {
        return new Undisclosed(
                clip.widthPx(),
                clip.heightPx(),
                clip.rate(),
                clip.frames(),
                pictures(clip),
                clip.sound(),
                new Declared(Disclosure.GENERATED, Locale.ENGLISH, GROUNDS, RenderManifest.PRODUCT));
    }

    /** A render gives glimpses of itself without decoding all of it; this clip does at its key pictures. */
    private UnsealedRender.Frames pictures(Clip clip) {
        return new UnsealedRender.Frames() {
            @Override
            public void forEach(UnsealedRender.Sink sink) throws IOException {
                decode(clip, sink);
            }

            @Override
            public void glimpses(UnsealedRender.Sink sink) throws IOException {
                try (MediaReader reader = media.open(clip.file())) {
                    long endUs = clip.rate().timeUs(clip.frames());
                    for (long atUs = 0; atUs < endUs; atUs += KEY_PICTURES_US) {
                        reader.seek(atUs);
                        Optional<VideoFrame> picture = reader.nextFrame();
                        if (picture.isPresent()) {
                            sink.accept(picture.get());
                        }
                    }
                }
            }
        };
    }

    private void decode(Clip clip, UnsealedRender.Sink sink) throws IOException {
        try (MediaReader reader = media.open(clip.file());
                PicturesAhead pictures = new PicturesAhead(reader::nextFrame)) {
            for (Optional<VideoFrame> f = pictures.next(); f.isPresent(); f = pictures.next()) {
                sink.accept(f.get());
                reader.reuse(f.get());
            }
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
