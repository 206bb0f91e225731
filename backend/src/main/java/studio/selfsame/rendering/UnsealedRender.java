package studio.selfsame.rendering;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.Optional;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.performance.PerformanceKind;

/**
 * Drawn pictures and sound that carry no disclosure yet: encrypted scratch, never addressable over HTTP, never in the
 * output store. Constructible only here; the sealing room turns it into a sealed output.
 */
public final class UnsealedRender {
    /** Near enough for slow things, and far enough that readers jump instead of decoding what lies between. */
    static final long GLIMPSE_US = 1_000_000;

    private final RenderId id;
    private final LikenessId likeness;
    private final Authorization authorization;
    private final int widthPx;
    private final int heightPx;
    private final FrameRate frameRate;
    private final int frames;
    private final Frames pictures;
    private final AudioSamples sound;
    private final PerformanceKind kind;
    private final String synthesizer;
    private final Locale language;
    private final Optional<Recording> recording;

    UnsealedRender(
            RenderId id,
            LikenessId likeness,
            Authorization authorization,
            int widthPx,
            int heightPx,
            FrameRate frameRate,
            int frames,
            Frames pictures,
            AudioSamples sound,
            PerformanceKind kind,
            String synthesizer,
            Locale language,
            Optional<Recording> recording) {
        this.id = id;
        this.likeness = likeness;
        this.authorization = authorization;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.frameRate = frameRate;
        this.frames = frames;
        this.pictures = pictures;
        this.sound = sound;
        this.kind = kind;
        this.synthesizer = synthesizer;
        this.language = language;
        this.recording = recording;
    }

    public RenderId id() {
        return id;
    }

    public LikenessId likeness() {
        return likeness;
    }

    /** Under which it was drawn; checked again before sealing. */
    public Authorization authorization() {
        return authorization;
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    public FrameRate frameRate() {
        return frameRate;
    }

    public int frames() {
        return frames;
    }

    /** Streams all pictures in order, from the first at each call, decrypting as it goes. */
    public Frames pictures() {
        return pictures;
    }

    public AudioSamples sound() {
        return sound;
    }

    /** What it was rendered from, and so whether its pictures were made anew or altered. */
    public PerformanceKind kind() {
        return kind;
    }

    /** Engine whose voice is heard, or {@link studio.selfsame.performance.Performance#RECORDED}. */
    public String synthesizer() {
        return synthesizer;
    }

    public Locale language() {
        return language;
    }

    /** The recording that it was made from, as it was uploaded: followed, or drawn into; empty if there was none. */
    public Optional<Recording> recording() {
        return recording;
    }

    /** Opens a file that lies sealed in the vault, for reading. */
    @FunctionalInterface
    public interface Recording {
        SeekableByteChannel open() throws IOException;
    }

    /** A source of pictures. */
    @FunctionalInterface
    public interface Frames {
        void forEach(Sink sink) throws IOException;

        /** A picture of about each second, in order, at less cost than that of all where that can be done. */
        default void glimpses(Sink sink) throws IOException {
            long[] next = {0};
            forEach(picture -> {
                if (picture.presentationTimeUs() >= next[0]) {
                    sink.accept(picture);
                    next[0] = picture.presentationTimeUs() + GLIMPSE_US;
                }
            });
        }
    }

    /** Takes pictures one by one; each is its own to change until it returns, and nobody's to keep. */
    @FunctionalInterface
    public interface Sink {
        void accept(VideoFrame frame) throws IOException;
    }

    @Override
    public String toString() {
        return "UnsealedRender[" + id.value() + "]";
    }
}
