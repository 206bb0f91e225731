package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundFingerprint;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;

/** Listens to a sealed file on a thread of its own, while its pictures are looked at. */
final class SoundReadBack implements AutoCloseable {
    private final Media media;
    private final Path file;
    private final MarkKeys keys;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sound-read-back").factory());
    private final Future<Heard> heard;

    /** @param print empty where there is no sound */
    record Heard(Detection mark, Optional<SoundFingerprint> print) {
        private static final Heard NOTHING = new Heard(new Detection.Absent(), Optional.empty());
    }

    /** @param sounding whether there is anything to listen for */
    SoundReadBack(Media media, Path file, MarkKeys keys, boolean sounding) {
        this.media = media;
        this.file = file;
        this.keys = keys;
        this.heard = sounding ? thread.submit(this::readBack) : CompletableFuture.completedFuture(Heard.NOTHING);
    }

    private Heard readBack() {
        try (MediaReader reader = media.open(file)) {
            return reader.probe()
                    .audio()
                    .flatMap(found -> listen(reader, found.sampleRateHz()))
                    .orElse(Heard.NOTHING);
        }
    }

    private Optional<Heard> listen(MediaReader reader, int sampleRateHz) {
        return reader.sound(sampleRateHz, 1).map(track -> {
            try (track) {
                return listen(track, new SoundFormat(sampleRateHz, 1));
            }
        });
    }

    private Heard listen(SoundReader track, SoundFormat format) {
        var detector = WatermarkDetector.create(keys.all(), Search.COMMON).sound(format);
        var printer = SoundFingerprinter.create(format);
        for (var next = track.next(); next.isPresent(); next = track.next()) {
            float[] some = next.get().interleaved();
            detector.accept(some);
            printer.accept(some);
        }
        return new Heard(detector.result(), Optional.of(printer.finish()));
    }

    /** Waits for it. */
    Heard heard() throws IOException {
        try {
            return heard.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IOException(failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while listening", interrupted);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
