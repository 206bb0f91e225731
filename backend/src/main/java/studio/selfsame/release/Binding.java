package studio.selfsame.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Signatory;

/**
 * Whom a release is about.
 *
 * @param signatory who signs on the talent's side, in that capacity; empty while nobody has come
 */
record Binding(Optional<LikenessId> likeness, Optional<PersonId> signatory, Signatory.Capacity capacity) {
    Map<String, @Nullable Object> columns() {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("likeness", likeness.map(LikenessId::value).orElse(null));
        columns.put("signatory", signatory.map(PersonId::value).orElse(null));
        columns.put("capacity", capacity.name());
        return columns;
    }
}
