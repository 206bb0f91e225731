package studio.selfsame.media;

import java.util.Optional;

/** A sound track as it is decoded. Shares its {@link MediaReader}'s thread and must be closed before it. */
public interface SoundReader extends AutoCloseable {
    /** The next samples, never none of them, or empty at the end. */
    Optional<AudioSamples> next();

    @Override
    void close();
}
