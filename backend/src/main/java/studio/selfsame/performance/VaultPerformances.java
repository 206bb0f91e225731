package studio.selfsame.performance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import studio.selfsame.consent.Under;
import studio.selfsame.enrolment.Recordings;
import studio.selfsame.likeness.Drive;
import studio.selfsame.likeness.Material;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.vault.KeyDestroyedException;
import studio.selfsame.vault.Vault;

/** Opens performances out of the vault. */
@Service
class VaultPerformances implements Performances {
    private final PerformanceTable table;
    private final Recordings recordings;
    private final Vault vault;

    VaultPerformances(PerformanceTable table, Recordings recordings, Vault vault) {
        this.table = table;
        this.recordings = recordings;
        this.vault = vault;
    }

    @Override
    public Optional<Performance> load(PerformanceId id) {
        return table.find(id)
                .flatMap(row -> read(row, UtteranceCodec::read)
                        .flatMap(words -> material(row).map(material -> performance(row, words, material))));
    }

    @Override
    public Optional<Material> material(PerformanceId id) {
        return table.find(id)
                .filter(row -> row.state() == State.READY && !vault.isDestroyed(row.dataKey()))
                .flatMap(this::material);
    }

    /** Empty when a recording that it needs is gone. */
    private Optional<Material> material(PerformanceRow row) {
        return switch (row.kind()) {
            case SCRIPT, SOUND -> Optional.of(Material.NONE);
            case TAKE ->
                recordings.verified(row.recording()).map(take -> new Material(Optional.empty(), Optional.of(take)));
            case RELIP ->
                recordings.verified(row.recording()).map(plates -> new Material(Optional.of(plates), Optional.empty()));
        };
    }

    private static Performance performance(PerformanceRow row, PacedUtterance words, Material material) {
        return new Performance(
                row.id(),
                row.author(),
                row.likeness(),
                row.kind(),
                row.voice(),
                row.language(),
                row.synthesizer(),
                material.take()
                        .<Drive>map(take -> new Drive.Take(take, take.durationUs()))
                        .orElseGet(() -> speech(row, words)),
                material,
                words.utterance().audio());
    }

    private static Drive speech(PerformanceRow row, PacedUtterance words) {
        return new Drive.Speech(
                words.utterance().timeline(),
                Sounding.mono(words.utterance().audio()),
                row.voice() == Voice.OWN,
                words.breaksUs());
    }

    @Override
    public Optional<Said> said(PerformanceId id) {
        return table.find(id)
                .flatMap(row -> Optional.ofNullable(row.durationUs())
                        .map(durationUs -> new Said(durationUs, row.isScripted() ? lines(row) : List.of())));
    }

    private List<SpokenLine> lines(PerformanceRow row) {
        Optional<PhonemeTimeline> timeline = timeline(row);
        if (timeline.isEmpty() || timeline.get().words().isEmpty()) {
            return List.of();
        }
        try {
            String script = new String(vault.read(row.dataKey(), row.script()), StandardCharsets.UTF_8);
            return ScriptLines.of(script, timeline.get().words());
        } catch (KeyDestroyedException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("performance " + row.id().value() + " cannot be read", e);
        }
    }

    @Override
    public Optional<Sheet> sheet(PerformanceId id) {
        return table.find(id)
                .map(row -> new Sheet(
                        row.id(),
                        row.author(),
                        row.likeness(),
                        row.kind(),
                        under(row),
                        row.state() == State.READY && !vault.isDestroyed(row.dataKey())));
    }

    private static Optional<Under> under(PerformanceRow row) {
        Long durationUs = row.durationUs();
        return Optional.ofNullable(row.releaseUse())
                .map(use -> Under.ofMicroseconds(use, durationUs == null ? 0 : durationUs));
    }

    /** What is said when, without the sound; empty unless ready and its key alive. */
    Optional<PhonemeTimeline> timeline(PerformanceRow row) {
        return read(row, UtteranceCodec::readTimeline);
    }

    private <T> Optional<T> read(PerformanceRow row, Reading<T> reading) {
        if (row.state() != State.READY || vault.isDestroyed(row.dataKey())) {
            return Optional.empty();
        }
        try (InputStream in =
                new BufferedInputStream(Channels.newInputStream(vault.open(row.dataKey(), row.utterance())))) {
            return Optional.of(reading.read(in));
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("performance " + row.id().value() + " cannot be read", e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }
}
