package studio.selfsame.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** {@link Media} over FFmpeg. Nothing native is loaded before the first file is opened. */
@Service
final class FfmpegMedia implements Media {
    @Override
    public MediaReader open(Path file) {
        try {
            return open(Files.newByteChannel(file));
        } catch (IOException e) {
            throw MediaProblems.cannotRead(e);
        }
    }

    @Override
    public MediaReader open(SeekableByteChannel channel) {
        return new FfmpegReader(channel);
    }

    @Override
    public Optional<SoundReader> openSound(SeekableByteChannel channel, int sampleRateHz, int channels) {
        NativeLog.redirect();
        return SoundTrack.open(channel, 0, sampleRateHz, channels).map(track -> track);
    }

    @Override
    public MediaWriter createMp4(
            Path file, Picture picture, Optional<Sound> sound, Map<String, String> tags, Optional<Room> room) {
        return new Mp4Writer(file, picture, sound, tags, room);
    }

    @Override
    public MediaWriter createSound(Path file, Sound sound) {
        return new SoundWriter(file, sound);
    }

    @Override
    public MediaWriter createLossless(OutputStream out, Picture picture) {
        return new LosslessWriter(out, picture);
    }
}
