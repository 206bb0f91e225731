package studio.selfsame.likeness;

import java.io.IOException;
import java.util.Optional;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.vault.DataKeyId;

/** What other rooms may ask about likenesses. */
public interface Likenesses {
    /** Trained, key alive, not withdrawn. */
    boolean isReady(LikenessId likeness);

    /** The person whose likeness this is; empty when there is none of that id. */
    Optional<PersonId> ownerOf(LikenessId likeness);

    /** The data key under which everything of this likeness, scratch of its renders too, is sealed. */
    DataKeyId dataKeyOf(LikenessId likeness);

    /** What the model was made from and how. */
    ModelProvenance provenanceOf(LikenessId likeness);

    /**
     * Opens the model to draw for exactly this authorized use; the authorization is checked again here.
     *
     * @param material of the same likeness
     */
    FaceAnimator open(LikenessId likeness, Authorization authorization, Material material) throws IOException;
}
