package studio.selfsame.policy;

import static studio.selfsame.policy.CedarValues.day;
import static studio.selfsame.policy.CedarValues.set;

import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who and what a request is about, as the schema's entities. */
final class CedarEntities {
    private CedarEntities() {}

    static Entity person(Requester requester) {
        boolean verified = requester.verification() instanceof Verification.Approved;
        long days = requester.verification() instanceof Verification.Approved approved ? approved.daysBegun() : 0;
        Map<String, Value> attributes = new HashMap<>();
        attributes.put("verified", new PrimBool(verified));
        attributes.put("verificationAgeDays", new PrimLong(days));
        attributes.put("roles", set(requester.roles(), PolicyRole::cedarText));
        requester
                .membership()
                .ifPresent(of -> attributes.put("organisation", CedarValues.organisation(of.organisation())));
        attributes.put(
                "organisationRoles",
                set(requester.membership().map(Membership::roles).orElse(Set.of()), OrganisationRole::cedarText));
        return new Entity(CedarValues.person(requester.id()), attributes, Set.of());
    }

    static Entity likeness(LikenessFacts facts) {
        var grants = CedarValues.record(
                Map.of("create", new PrimBool(facts.createGranted()), "use", new PrimBool(facts.useGranted())));
        Map<String, Value> attributes = Map.of(
                "owner", CedarValues.person(facts.owner()),
                "state", new PrimString(facts.state().cedarText()),
                "grants", grants,
                "age", new PrimString(facts.age().cedarText()),
                "deceased", new PrimBool(facts.deceased()),
                "publicFigure", new PrimString(facts.publicFigure().cedarText()),
                "onHold", new PrimBool(facts.onHold()),
                "takenDown", new PrimBool(facts.takenDown()));
        return new Entity(CedarValues.likeness(facts.id()), attributes, Set.of());
    }

    static Entity release(ReleaseFacts facts) {
        Map<String, Value> attributes = new HashMap<>();
        attributes.put("likeness", CedarValues.likeness(facts.likeness()));
        attributes.put("organisation", CedarValues.organisation(facts.organisation()));
        attributes.put("signatory", CedarValues.person(facts.signatory().person()));
        attributes.put("capacity", new PrimString(facts.signatory().capacity().cedarText()));
        attributes.put("capacityProven", new PrimBool(facts.signatory().proven()));
        attributes.put("studioSigned", new PrimBool(facts.studioSigned()));
        attributes.put("talentSigned", new PrimBool(facts.talentSigned()));
        attributes.put("firstDay", new PrimLong(day(facts.period().firstDay())));
        attributes.put("lastDay", new PrimLong(day(facts.period().lastDay())));
        facts.period().revokedFrom().ifPresent(from -> attributes.put("revokedFrom", new PrimLong(day(from))));
        attributes.put("suspended", new PrimString(facts.suspension().cedarText()));
        putTerms(facts.terms(), attributes);
        return new Entity(CedarValues.release(facts.id()), attributes, Set.of());
    }

    private static void putTerms(ReleaseTerms terms, Map<String, Value> attributes) {
        attributes.put("purposes", set(terms.purposes(), Purpose::cedarText));
        attributes.put("media", set(terms.media(), Medium::cedarText));
        attributes.put("territories", set(terms.territories(), Territory::code));
        attributes.put("languages", set(terms.languages(), Language::tag));
        attributes.put("project", new PrimString(terms.project().text()));
        attributes.put("exclusions", set(terms.exclusions(), Term::text));
        attributes.put("sensitive", set(terms.sensitive(), ContentFlag::cedarText));
        attributes.put("training", new PrimBool(terms.training()));
        // whole seconds: less than one that is left is none
        terms.timeLeft().ifPresent(left -> attributes.put("secondsLeft", new PrimLong(left.getSeconds())));
        terms.rendersLeft().ifPresent(left -> attributes.put("rendersLeft", new PrimLong(left.longValue())));
        attributes.put("approval", new PrimString(terms.approval().cedarText()));
    }
}
