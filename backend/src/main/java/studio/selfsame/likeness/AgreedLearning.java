package studio.selfsame.likeness;

import org.springframework.stereotype.Component;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** What a model may learn from, beside the pictures of its footage: nothing that its owner's consent text did not say. */
@Component
class AgreedLearning {
    private final LikenessRegister register;

    AgreedLearning(LikenessRegister register) {
        this.register = register;
    }

    /** @throws ProblemException where the owner agreed beside a text that did not say that a take may become a second look */
    void requireLook(LikenessId likeness) {
        if (!register.mayLearnLook(likeness)) {
            throw askedAnew(
                    "You agreed beside an earlier consent text, which did not say that your model may learn a second look from"
                            + " a take.",
                    "Read the current consent text and agree to it, or train without a take.");
        }
    }

    /**
     * To train such a likeness in silence would undo what its owner wanted, and to listen would go beyond what they read.
     *
     * @throws ProblemException where the owner ticked the box for their voice beside a text that did not say what is learnt
     */
    void requireVoiceDecided(LikenessId likeness) {
        if (register.hasVoiceUndecided(likeness)) {
            throw askedAnew(
                    "You ticked the box for your voice beside an earlier consent text, which did not say that your model"
                            + " learns from the sound of your video how your mouth moves.",
                    "Read the current consent text and decide anew, with that box or without it.");
        }
    }

    private static ProblemException askedAnew(String cause, String remedy) {
        return new ProblemException(
                ProblemException.Kind.CONFLICT, new Problem("consent", cause, "No likeness was trained.", remedy));
    }
}
