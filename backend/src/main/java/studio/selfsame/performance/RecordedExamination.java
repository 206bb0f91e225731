package studio.selfsame.performance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.enrolment.BroughtRecording;
import studio.selfsame.enrolment.RecordingOutcome;
import studio.selfsame.enrolment.RecordingPurpose;
import studio.selfsame.enrolment.Recordings;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.performance.Preparation.Ready;
import studio.selfsame.performance.Preparation.Refused;
import studio.selfsame.speech.PhoneRecognizer;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.Utterance;
import studio.selfsame.work.WorkMonitor;

/** Judges what was uploaded, with all reasons at once, and makes of it what can be rendered. Only in a worker. */
@Component
class RecordedExamination {
    private final Authorizer authorizer;
    private final OutputRates rates;
    private final RecordedSounds sounds;
    private final ScriptVoice voice;
    private final Recordings recordings;
    private final PhoneRecognizer recognizer;

    RecordedExamination(
            Authorizer authorizer,
            OutputRates rates,
            RecordedSounds sounds,
            ScriptVoice voice,
            Recordings recordings,
            PhoneRecognizer recognizer) {
        this.authorizer = authorizer;
        this.rates = rates;
        this.sounds = sounds;
        this.voice = voice;
        this.recordings = recordings;
        this.recognizer = recognizer;
    }

    Preparation examine(PerformanceRow row, WorkMonitor monitor) throws IOException {
        Authorization authorization = rates.authorizationOf(row);
        authorizer.recheck(authorization, authorization.use());
        return switch (row.kind()) {
            case SOUND -> sound(row, monitor);
            case TAKE -> take(row, authorization, monitor);
            case RELIP -> relip(row, authorization, monitor);
            case SCRIPT -> throw new IllegalStateException("a script has nothing to be examined");
        };
    }

    private Preparation sound(PerformanceRow row, WorkMonitor monitor) throws IOException {
        RecordedSounds.Heard heard = sounds.ofFile(row.dataKey(), row.file(RecordedRequest.SOUND));
        return heard.sound().isEmpty()
                ? new Refused(heard.reasons())
                : new Ready(listened(row, heard.sound().get(), monitor));
    }

    private Preparation take(PerformanceRow row, Authorization authorization, WorkMonitor monitor) throws IOException {
        RecordedSounds.Heard heard = sounds.ofVideo(row.dataKey(), row.file(RecordedRequest.TAKE));
        RecordingOutcome outcome = verified(row, RecordedRequest.TAKE, RecordingPurpose.TAKE, authorization, monitor);
        List<Reason> reasons = together(against(outcome), heard.reasons());
        if (!(outcome instanceof RecordingOutcome.Verified(VerifiedRecording recording))
                || heard.sound().isEmpty()) {
            return new Refused(reasons);
        }
        reasons = SoundFitting.againstOwn(heard.sound().get().durationUs(), recording.durationUs());
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        AudioSamples sound = SoundFitting.toLength(heard.sound().get(), recording.durationUs());
        return new Ready(
                new PacedUtterance(new Utterance(sound, new PhonemeTimeline(List.of(), List.of())), List.of()));
    }

    private Preparation relip(PerformanceRow row, Authorization authorization, WorkMonitor monitor) throws IOException {
        RecordedSounds.Heard heard = row.isScripted()
                ? new RecordedSounds.Heard(Optional.empty(), List.of())
                : sounds.ofFile(row.dataKey(), row.file(RecordedRequest.SOUND));
        RecordingOutcome outcome =
                verified(row, RecordedRequest.VIDEO, RecordingPurpose.PLATES, authorization, monitor);
        List<Reason> reasons = together(against(outcome), heard.reasons());
        if (!(outcome instanceof RecordingOutcome.Verified(VerifiedRecording recording))) {
            return new Refused(reasons);
        }
        Optional<PacedUtterance> scripted =
                row.isScripted() ? Optional.of(voice.speak(row, recording.frameRate(), monitor)) : Optional.empty();
        scripted.map(words -> words.utterance().audio())
                .or(heard::sound)
                .ifPresent(sound -> reasons.addAll(SoundFitting.against(sound.durationUs(), recording.durationUs())));
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        PacedUtterance words = scripted.isPresent()
                ? scripted.get()
                : listened(row, heard.sound().orElseThrow(), monitor);
        Rest rest = row.rest();
        return new Ready(SoundFitting.fit(words, recording.durationUs(), rest == null ? Rest.PLAY_ON : rest));
    }

    private RecordingOutcome verified(
            PerformanceRow row, String part, RecordingPurpose purpose, Authorization authorization, WorkMonitor monitor)
            throws IOException {
        String sha256 = Objects.requireNonNull(row.files().get(part), "uploaded with its hash");
        return recordings.verify(
                new BroughtRecording(row.recording(), row.likeness(), row.dataKey(), row.file(part), sha256, purpose),
                authorization,
                monitor);
    }

    /** Of the picture first; a file that cannot be read is said once. */
    private static List<Reason> together(List<Reason> seen, List<Reason> heard) {
        return new ArrayList<>(Stream.concat(seen.stream(), heard.stream())
                .collect(Collectors.toMap(Reason::text, reason -> reason, (first, same) -> first, LinkedHashMap::new))
                .values());
    }

    private static List<Reason> against(RecordingOutcome outcome) {
        return switch (outcome) {
            case RecordingOutcome.Verified verified -> List.of();
            case RecordingOutcome.Refused refused ->
                refused.reasons().stream().map(Reason::of).toList();
        };
    }

    private PacedUtterance listened(PerformanceRow row, AudioSamples sound, WorkMonitor monitor) throws IOException {
        monitor.checkCancelled();
        monitor.progress("listening", 0, Map.of());
        PhonemeTimeline timeline = recognizer.recognise(
                sounds.mono(row.dataKey(), row.file(RecordedRequest.SOUND), PhoneRecognizer.SAMPLE_RATE_HZ));
        monitor.checkCancelled();
        return new PacedUtterance(new Utterance(sound, timeline), List.of());
    }
}
