package studio.selfsame.policy;

import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Our values in Cedar's terms, and the names of the schema's entities. */
final class CedarValues {
    private static final EntityTypeName PERSON = type("Person");
    private static final EntityTypeName ORGANISATION = type("Organisation");
    private static final EntityTypeName LIKENESS = type("Likeness");
    private static final EntityTypeName RELEASE = type("Release");
    private static final EntityTypeName ACTION = type("Action");

    private CedarValues() {}

    static EntityUID person(UUID id) {
        return PERSON.of(id.toString());
    }

    static EntityUID organisation(UUID id) {
        return ORGANISATION.of(id.toString());
    }

    static EntityUID likeness(UUID id) {
        return LIKENESS.of(id.toString());
    }

    static EntityUID release(UUID id) {
        return RELEASE.of(id.toString());
    }

    static EntityUID action(PolicyAction action) {
        return ACTION.of(action.cedarId());
    }

    static <T> CedarList set(Collection<T> values, Function<T, String> text) {
        var list = new CedarList();
        values.forEach(value -> list.add(new PrimString(text.apply(value))));
        return list;
    }

    static CedarMap record(Map<String, Value> attributes) {
        var map = new CedarMap();
        attributes.forEach(map::put);
        return map;
    }

    /** A day as the schema counts it: 20280229. */
    static long day(LocalDate date) {
        return date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
