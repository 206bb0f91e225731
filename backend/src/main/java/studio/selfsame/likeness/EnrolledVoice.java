package studio.selfsame.likeness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.likeness.motion.LipMoment;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthMotion;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.PhoneRecognizer;
import studio.selfsame.speech.SpeechHearing;
import studio.selfsame.vault.Vault;

/**
 * Listens to enrolled footage, and to nobody's who did not tick the box for their voice, to learn how their mouth moves as
 * they speak.
 */
@Component
class EnrolledVoice {
    private final LikenessRegister register;
    private final Vault vault;
    private final Media media;
    private final SpeechHearing hearing;

    EnrolledVoice(LikenessRegister register, Vault vault, Media media, SpeechHearing hearing) {
        this.register = register;
        this.vault = vault;
        this.media = media;
        this.hearing = hearing;
    }

    /** @return empty where the voice may not be heard, nobody speaks, or too little to learn from */
    Optional<MouthMotion> learn(LikenessModel model, VerifiedEnrolment enrolment, long seed, MouthMotion.Watch watch)
            throws IOException {
        if (!register.mayHear(enrolment.likeness())) {
            return Optional.empty();
        }
        Optional<AudioSamples> sound;
        try (MediaReader reader = media.open(vault.open(enrolment.dataKey(), enrolment.footage()))) {
            sound = reader.readAudio(PhoneRecognizer.SAMPLE_RATE_HZ, 1);
        }
        return sound.isEmpty() ? Optional.empty() : learn(model, sound.get(), hearing, seed, watch);
    }

    static Optional<MouthMotion> learn(
            LikenessModel model, AudioSamples sound, SpeechHearing hearing, long seed, MouthMotion.Watch watch) {
        try {
            return MouthMotion.train(moments(model), model.lipSpace(), hearing.hear(sound), seed, watch);
        } catch (ProblemException e) {
            if (e.kind() != ProblemException.Kind.UNUSABLE) {
                throw e;
            }
            // Footage in which nobody speaks is no reason not to have a likeness: rules drive its mouth.
            return Optional.empty();
        }
    }

    private static List<LipMoment> moments(LikenessModel model) {
        long half = model.frameRate().timeUs(1) / 2;
        LipSpace lips = model.lipSpace();
        List<LipMoment> moments = new ArrayList<>(model.faces().size());
        for (StabilisedFace face : model.faces()) {
            moments.add(new LipMoment(
                    face.presentationTimeUs() + half,
                    lips.values(face.lips()),
                    lips.pose(face.lips(), face.chinDrop()).jaw()));
        }
        return moments;
    }
}
