package studio.selfsame.performance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.Vault;

/** Reads recorded speech out of sealed files, and says what is against it. Only in a worker. */
@Component
class RecordedSounds {
    /** Less speech cannot carry the invisible mark surely, and what cannot be marked is never delivered. */
    static final double LEAST_SECONDS = 3;

    private static final double LEAST_SOUNDING_SECONDS = 0.5;
    private static final int MOST_CHANNELS = 2;
    /** Those at which sound is delivered. */
    private static final TreeSet<Integer> RATES_HZ =
            new TreeSet<>(List.of(16_000, 22_050, 24_000, 32_000, 44_100, 48_000));

    private final Vault vault;
    private final Media media;
    private final PerformanceSettings settings;

    RecordedSounds(Vault vault, Media media, PerformanceSettings settings) {
        this.vault = vault;
        this.media = media;
        this.settings = settings;
    }

    /** @param sound present unless there are reasons against it */
    record Heard(Optional<AudioSamples> sound, List<Reason> reasons) {
        Heard {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String toString() {
            return "Heard[" + reasons + "]";
        }
    }

    /** The sound of a sound file, or of a video. */
    Heard ofFile(DataKeyId key, ObjectKey file) throws IOException {
        return read(key, file, true);
    }

    /** The sound of a video; that it is too short is said of the video. */
    Heard ofVideo(DataKeyId key, ObjectKey video) throws IOException {
        return read(key, video, false);
    }

    /** The sound of a file that was judged before, all channels as one. */
    AudioSamples mono(DataKeyId key, ObjectKey file, int rateHz) throws IOException {
        try (MediaReader reader = media.open(vault.open(key, file))) {
            return reader.readAudio(rateHz, 1).orElseThrow();
        }
    }

    private Heard read(DataKeyId key, ObjectKey file, boolean mayNotBeShort) throws IOException {
        try (MediaReader reader = media.open(vault.open(key, file))) {
            MediaProbe probe = reader.probe();
            Optional<MediaProbe.Audio> track = probe.audio();
            if (track.isEmpty()) {
                return refused(Reason.about(
                        probe.durationUs() / 1e6,
                        "no-sound",
                        "The file holds no sound.",
                        "Bring a file with a sound track, and let the microphone be on."));
            }
            double length = probe.durationUs() / 1e6;
            if (length > settings.maxSoundSeconds()) {
                return refused(tooLong(length));
            }
            List<Reason> reasons = new ArrayList<>();
            if (mayNotBeShort && length < LEAST_SECONDS) {
                reasons.add(tooShort(length));
            }
            int rateHz = Optional.ofNullable(RATES_HZ.ceiling(track.get().sampleRateHz()))
                    .orElseGet(RATES_HZ::last);
            AudioSamples sound = reader.readAudio(rateHz, Math.clamp(track.get().channels(), 1, MOST_CHANNELS))
                    .orElseThrow();
            double seconds = sound.durationUs() / 1e6;
            double sounding = Sounding.seconds(sound);
            if (sounding < Math.min(LEAST_SOUNDING_SECONDS, seconds / 4)) {
                reasons.add(Reason.about(
                        seconds,
                        "silent",
                        String.format(Locale.ROOT, "Something can be heard in only %.1f s of the sound.", sounding),
                        "Check that the microphone was on, and bring speech that is loud enough."));
            }
            return reasons.isEmpty() ? new Heard(Optional.of(sound), reasons) : new Heard(Optional.empty(), reasons);
        } catch (ProblemException e) {
            if (e.kind() != ProblemException.Kind.UNUSABLE) {
                throw e;
            }
            return refused(Reason.unreadable(e));
        }
    }

    private Reason tooLong(double seconds) {
        return Reason.about(
                seconds,
                "sound-too-long",
                String.format(
                        Locale.ROOT,
                        "The sound lasts %.1f s; at most %.0f s can be used.",
                        seconds,
                        settings.maxSoundSeconds()),
                "Cut it shorter, or make several performances of it.");
    }

    static Reason tooShort(double seconds) {
        return Reason.about(
                seconds,
                "sound-too-short",
                String.format(
                        Locale.ROOT,
                        "The words last only %.1f s; %.0f s are needed to carry the invisible mark.",
                        seconds,
                        LEAST_SECONDS),
                "Say a little more, a whole sentence or two.");
    }

    private static Heard refused(Reason reason) {
        return new Heard(Optional.empty(), List.of(reason));
    }
}
