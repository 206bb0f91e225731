package studio.selfsame.consent;

import java.util.Optional;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.LikenessFacts;

/** Whose likeness is whose: every likeness has exactly one owner, the person it shows, for ever. */
public interface LikenessRegister {
    /** Names a new likeness of this person; nothing may be done with it until they grant it. */
    LikenessId open(PersonId owner);

    Optional<PersonId> ownerOf(LikenessId likeness);

    /** True after the owner withdrew. */
    boolean isWithdrawn(LikenessId likeness);

    /** What policy is told of it now; empty when there is no such likeness. */
    Optional<LikenessFacts> facts(LikenessId likeness);

    /**
     * Whether the owner ticked the box for their voice with a grant that is in force, beside a text that says what is learnt
     * from it: only then may footage be listened to.
     */
    boolean mayHear(LikenessId likeness);

    /** Whether the grant in force was given beside a text that says that a take may become a second look. */
    boolean mayLearnLook(LikenessId likeness);

    /**
     * Whether the owner ticked the box for their voice beside an earlier text, which did not say what is learnt from it, and
     * has not decided beside a later one: they are to be asked before anything is trained.
     */
    boolean hasVoiceUndecided(LikenessId likeness);
}
