package studio.selfsame.policy;

import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A request in Cedar's terms. */
record CedarFacts(EntityUID principal, EntityUID action, EntityUID resource, Set<Entity> entities) {
    private static final EntityTypeName PERSON = type("Person");
    private static final EntityTypeName LIKENESS = type("Likeness");
    private static final EntityTypeName ACTION = type("Action");

    static CedarFacts of(PolicyRequest request) {
        var person = person(request.requester());
        var likeness = likeness(request.likeness());
        return new CedarFacts(
                person.getEUID(), ACTION.of(request.action().cedarId()), likeness.getEUID(), Set.of(person, likeness));
    }

    private static Entity person(Requester requester) {
        boolean verified = requester.verification() instanceof Verification.Approved;
        long days = requester.verification() instanceof Verification.Approved approved ? approved.daysBegun() : 0;
        var roles = new CedarList();
        requester.roles().forEach(role -> roles.add(new PrimString(role.cedarText())));
        Map<String, Value> attributes =
                Map.of("verified", new PrimBool(verified), "verificationAgeDays", new PrimLong(days), "roles", roles);
        return new Entity(personUid(requester.id()), attributes, Set.of());
    }

    private static Entity likeness(LikenessFacts facts) {
        var grants = new CedarMap();
        grants.put("create", new PrimBool(facts.createGranted()));
        grants.put("use", new PrimBool(facts.useGranted()));
        Map<String, Value> attributes = Map.of(
                "owner",
                personUid(facts.owner()),
                "state",
                new PrimString(facts.state().cedarText()),
                "grants",
                grants);
        return new Entity(LIKENESS.of(facts.id().toString()), attributes, Set.of());
    }

    private static EntityUID personUid(UUID id) {
        return PERSON.of(id.toString());
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
