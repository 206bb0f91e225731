package studio.selfsame.policy;

import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A request in Cedar's terms. */
record CedarFacts(
        EntityUID principal, EntityUID action, EntityUID resource, Set<Entity> entities, Map<String, Value> context) {
    static CedarFacts of(PolicyRequest request) {
        var person = CedarEntities.person(request.requester());
        var likeness = CedarEntities.likeness(request.likeness());
        var entities = new HashSet<>(Set.of(person, likeness));
        var resource = switch (request.matter()) {
            case Matter.Use use -> {
                use.under().ifPresent(under -> entities.add(CedarEntities.release(under.release())));
                yield likeness;
            }
            case Matter.Step step -> {
                var release = CedarEntities.release(step.release());
                entities.add(release);
                yield release;
            }
        };
        return new CedarFacts(
                person.getEUID(),
                CedarValues.action(request.action()),
                resource.getEUID(),
                entities,
                CedarContext.of(request));
    }
}
