package studio.selfsame.consent;

import java.util.Optional;
import studio.selfsame.identity.PersonId;

/** Whose likeness is whose: every likeness has exactly one owner, the person it shows, for ever. */
public interface LikenessRegister {
    /** Names a new likeness of this person; nothing may be done with it until they grant it. */
    LikenessId open(PersonId owner);

    Optional<PersonId> ownerOf(LikenessId likeness);

    /** True after the owner withdrew. */
    boolean isWithdrawn(LikenessId likeness);
}
