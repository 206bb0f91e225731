package studio.selfsame.watermark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the mark in one sound track, blind: it needs nothing but the key.
 *
 * <p>Any sampling rate and any start will do; changes of tempo or pitch are not searched for. Memory does not grow with
 * the length of the sound. Not safe for use by several threads at once.
 */
public final class SoundDetector {
    private static final int CYCLE_FRAMES = SoundRaster.CYCLE_SLOTS * BandEnergies.PER_SLOT;
    private static final int FIRST_TRY_FRAMES = CYCLE_FRAMES / 4;
    private static final long FRAME_US = 1_000_000L * BandEnergies.HOP / SoundRaster.RATE_HZ;
    private static final long LEAST_FOR_ABSENT_US = 3_000_000;
    /** Correlation that chance does not reach, though the payload cannot be read. */
    private static final double TRACE = 0.72;

    private final int channels;
    private final Resampler resampler;
    private final SampleQueue narrow = new SampleQueue();
    private final BandEnergies energies = new BandEnergies();
    private final List<SoundReader> readers;
    private final SoundEvidence total = new SoundEvidence();
    private long closedFrames;
    private int nextTryFrames = FIRST_TRY_FRAMES;
    private int triedFrames;
    private boolean audible;
    private double bestCorrelation;
    private Detection.@Nullable Found found;

    SoundDetector(List<WatermarkKey> keys, Search search, SoundFormat format) {
        this.channels = format.channels();
        this.resampler = new Resampler(format.sampleRateHz(), SoundRaster.RATE_HZ);
        this.readers = keys.stream().map(SoundReader::new).toList();
    }

    /**
     * Takes samples. Does nothing once {@link #certain()}.
     *
     * @param interleaved whole sample frames, nominally −1..1
     * @throws IllegalArgumentException if a sample is not finite or the length is not a multiple of the channels
     */
    public void accept(float[] interleaved) {
        Checks.samples(interleaved, channels);
        for (int i = 0; i < interleaved.length && found == null; i += channels) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += interleaved[i + channel];
            }
            audible |= sum != 0;
            resampler.add(sum / channels);
        }
        resampler.drainTo(narrow);
        energies.advance(narrow);
        while (found == null && energies.frames() >= nextTryFrames) {
            tryNow(nextTryFrames);
        }
    }

    private void tryNow(int frames) {
        SoundEvidence window = new SoundEvidence();
        window.add(energies);
        attempt(window);
        triedFrames = energies.frames();
        if (frames < CYCLE_FRAMES) {
            nextTryFrames = 2 * frames;
            return;
        }
        total.addAll(window);
        if (found == null && closedFrames > 0) {
            attempt(total);
        }
        energies.drop(CYCLE_FRAMES);
        closedFrames += CYCLE_FRAMES;
        triedFrames = 0;
        nextTryFrames = CYCLE_FRAMES;
    }

    /** Whether a payload has been found; further samples cannot change the answer. */
    public boolean certain() {
        return found != null;
    }

    /** The answer for all samples so far; more may follow. */
    public Detection result() {
        if (found == null && energies.frames() > triedFrames) {
            triedFrames = energies.frames();
            SoundEvidence window = new SoundEvidence();
            window.add(energies);
            attempt(window);
            if (found == null && closedFrames > 0) {
                window.addAll(total);
                attempt(window);
            }
        }
        if (found != null) {
            return found;
        }
        if (seenUs() < LEAST_FOR_ABSENT_US || !audible) {
            return new Detection.Inconclusive("There is too little sound to look for a mark in");
        }
        return bestCorrelation > TRACE
                ? new Detection.Inconclusive("There are traces of a mark in the sound, too weak to be read")
                : new Detection.Absent();
    }

    private long seenUs() {
        return (closedFrames + energies.frames()) * FRAME_US;
    }

    private void attempt(SoundEvidence evidence) {
        for (SoundReader reader : readers) {
            for (PayloadCode.Reading reading : reader.read(evidence)) {
                bestCorrelation = Math.max(bestCorrelation, reading.correlation());
                if (found == null && reader.genuine(reading)) {
                    found = new Detection.Found(
                            reading.payload(),
                            reader.keyId(),
                            reading.correlation(),
                            seenUs(),
                            Alteration.OfSound.NONE);
                }
            }
        }
    }
}
