package studio.selfsame.likeness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.LikenessId;
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
import studio.selfsame.speech.SpeechFeatures;
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

    /** @return what was said and when; empty where the voice may not be heard, or nobody speaks */
    Optional<SpeechFeatures> hear(LikenessId likeness, VerifiedEnrolment enrolment) throws IOException {
        if (!register.mayHear(likeness)) {
            return Optional.empty();
        }
        Optional<AudioSamples> sound;
        try (MediaReader reader = media.open(vault.open(enrolment.dataKey(), enrolment.footage()))) {
            sound = reader.readAudio(PhoneRecognizer.SAMPLE_RATE_HZ, 1);
        }
        return sound.flatMap(heard -> hear(heard, hearing));
    }

    static Optional<SpeechFeatures> hear(AudioSamples sound, SpeechHearing hearing) {
        try {
            return Optional.of(hearing.hear(sound));
        } catch (ProblemException e) {
            if (e.kind() != ProblemException.Kind.UNUSABLE) {
                throw e;
            }
            // Footage in which nobody speaks is no reason not to have a likeness: rules drive its mouth.
            return Optional.empty();
        }
    }

    /** @return empty where there is too little to learn from */
    static Optional<MouthMotion> learn(LikenessModel model, SpeechFeatures speech, long seed, MouthMotion.Watch watch) {
        return MouthMotion.train(moments(model), model.lipSpace(), speech, seed, watch);
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
