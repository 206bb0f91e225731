package studio.selfsame.performance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.Optional;
import org.springframework.stereotype.Service;
import studio.selfsame.consent.Under;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.vault.KeyDestroyedException;
import studio.selfsame.vault.Vault;

/** Opens performances out of the vault. */
@Service
class VaultPerformances implements Performances {
    private final PerformanceTable table;
    private final Vault vault;

    VaultPerformances(PerformanceTable table, Vault vault) {
        this.table = table;
        this.vault = vault;
    }

    @Override
    public Optional<Performance> load(PerformanceId id) {
        return table.find(id)
                .flatMap(row -> read(
                        row,
                        in -> new Performance(
                                row.id(),
                                row.author(),
                                row.likeness(),
                                row.language(),
                                row.synthesizer(),
                                UtteranceCodec.read(in))));
    }

    @Override
    public Optional<Sheet> sheet(PerformanceId id) {
        return table.find(id)
                .map(row -> new Sheet(
                        row.id(),
                        row.author(),
                        row.likeness(),
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
