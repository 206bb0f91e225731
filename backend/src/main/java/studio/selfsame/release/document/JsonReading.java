package studio.selfsame.release.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One object of a contract. What cannot be read is noted, with where it stands, and a stand-in that contradicts nothing
 * takes its place, so that reading goes on and what contradicts each other further on is told as well.
 */
final class JsonReading {
    private final String path;
    private final JsonNode object;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    JsonReading(String path, JsonNode object, Faults faults) {
        this.path = path;
        this.object = object;
        this.faults = faults;
    }

    boolean has(String name) {
        asked.add(name);
        return object.hasNonNull(name);
    }

    <T> T value(String name, T standIn, Function<String, T> reader) {
        return required(name)
                ? read(at(name), object.path(name), reader, faults).orElse(standIn)
                : standIn;
    }

    <T> Optional<T> maybe(String name, Function<String, T> reader) {
        return has(name) ? read(at(name), object.path(name), reader, faults) : Optional.empty();
    }

    boolean yes(String name) {
        if (!required(name)) {
            return false;
        }
        faults.when(!object.path(name).isBoolean(), at(name), "This is true or false, without quotes.");
        return object.path(name).asBoolean(false);
    }

    long number(String name, long standIn) {
        return required(name) ? number(name).orElse(standIn) : standIn;
    }

    Optional<Long> maybeNumber(String name) {
        return has(name) ? number(name) : Optional.empty();
    }

    /** @return as long as in the document, unless that is longer than {@code most} */
    <T> List<T> list(String name, int most, Function<String, T> reader) {
        if (!required(name)) {
            return List.of();
        }
        var list = object.path(name);
        if (!list.isArray()) {
            faults.add(at(name), "This is a list in square brackets.");
            return List.of();
        }
        faults.when(list.size() > most, at(name), "It has " + list.size() + " entries; " + most + " are allowed.");
        var own = new Faults(Faults.OF_ONE_LIST);
        var found = new ArrayList<T>();
        for (int i = 0; i < Math.min(list.size(), most); i++) {
            read("[" + i + "]", list.path(i), reader, own).ifPresent(found::add);
        }
        faults.addAll(at(name), own.all());
        return found;
    }

    /** @return nothing that is named twice; not empty where the document's is not */
    <T> Set<T> set(String name, Set<T> standIn, Function<String, T> reader) {
        var list = list(name, 500, reader);
        var set = new HashSet<T>();
        for (var element : list) {
            faults.when(!set.add(element), at(name), "One entry stands there twice.");
        }
        return set.isEmpty()
                        && !(object.path(name).isArray() && object.path(name).isEmpty())
                ? standIn
                : set;
    }

    <T> T part(String name, T standIn, Function<JsonReading, T> reader) {
        return required(name) ? reader.apply(new JsonReading(at(name), object.path(name), faults)) : standIn;
    }

    /** The whole, unless it contradicts itself. */
    <T> T whole(T standIn, Supplier<T> maker) {
        if (!object.isObject()) {
            return standIn;
        }
        var own = new Faults(Faults.OF_ONE_LIST);
        for (var name : object.propertyNames()) {
            own.when(!asked.contains(name), "", "`" + Quoted.of(name) + "` is not known here.");
        }
        faults.addAll(path, own.all());
        try {
            return maker.get();
        } catch (InvalidContractException e) {
            faults.addAll(path, e.faults());
            return standIn;
        }
    }

    private Optional<Long> number(String name) {
        var number = object.path(name);
        boolean whole = number.isIntegralNumber() && number.canConvertToLong();
        if (!whole || Math.abs(number.asLong()) > CanonicalJson.LARGEST) {
            faults.add(at(name), "This is a whole number, without quotes.");
            return Optional.empty();
        }
        return Optional.of(number.asLong());
    }

    private static <T> Optional<T> read(String where, JsonNode node, Function<String, T> reader, Faults faults) {
        if (!node.isString()) {
            faults.add(where, "This is text in quotes.");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(node.asString()));
        } catch (IllegalArgumentException e) {
            faults.add(where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Notes it where it is missing. */
    boolean required(String name) {
        if (!object.isObject()) {
            // told once, by the first that asks
            faults.when(asked.isEmpty(), path, "This is an object in braces.");
            asked.add(name);
            return false;
        }
        boolean there = has(name);
        faults.when(!there, at(name), "This is missing.");
        return there;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
