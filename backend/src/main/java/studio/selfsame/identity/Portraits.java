package studio.selfsame.identity;

import java.util.Optional;
import studio.selfsame.face.FaceEmbedding;

/** The verified portrait's embedding, to match footage against; read only inside a worker. */
public interface Portraits {
    /** Embedding of the portrait that the person's newest approved verification holds; empty when it was kept long enough. */
    Optional<FaceEmbedding> verifiedPortraitOf(PersonId person);
}
