package studio.selfsame.media;

import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.jspecify.annotations.Nullable;

/** Sound alone, in the container that the ending of the file names. */
final class SoundWriter implements MediaWriter {
    private final HalfWritten half;
    private final Muxer muxer;
    private @Nullable SoundFeed sound;
    private boolean closed;

    SoundWriter(Path file, Media.Sound sound) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String container = switch (ending) {
            case "wav", "flac" -> ending;
            case "m4a" -> "ipod";
            default -> throw new IllegalArgumentException("no sound file ends in: " + ending);
        };
        NativeLog.redirect();
        half = new HalfWritten(file);
        muxer = new Muxer(container, half.url());
        try {
            boolean globalHeader = muxer.wantsGlobalHeader();
            AVCodecContext codec = switch (ending) {
                case "wav" -> Encoders.whole("pcm_s24le", sound, globalHeader);
                case "flac" -> Encoders.whole("flac", sound, globalHeader);
                default -> Encoders.aac(sound, globalHeader);
            };
            this.sound = new SoundFeed(new StreamEncoder(codec, muxer), sound);
            muxer.begin(half.open());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public Runnable take(VideoFrame frame) {
        throw new IllegalArgumentException("a sound file holds no pictures");
    }

    @Override
    public void write(AudioSamples samples) {
        open().write(samples);
    }

    private SoundFeed open() {
        if (sound == null || closed) {
            throw new IllegalStateException("the file is complete");
        }
        return sound;
    }

    @Override
    public void finish() {
        open().end();
        muxer.end();
        half.complete();
        close();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (sound != null) {
            sound.close();
        }
        muxer.close();
        half.close();
    }
}
