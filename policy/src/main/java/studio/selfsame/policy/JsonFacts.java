package studio.selfsame.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One object of a request file. What cannot be read is noted, with where it stands, and reading goes on; a field that
 * nobody asked for is noted too.
 */
final class JsonFacts {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String path;
    private final JsonNode object;
    private final Faults all;
    private final Set<String> asked = new HashSet<>();
    private boolean broken;

    JsonFacts(String path, JsonNode object, Faults all) {
        this.path = path;
        this.object = object;
        this.all = all;
        if (!object.isObject()) {
            fault("must be an object in braces");
        }
    }

    boolean has(String name) {
        asked.add(name);
        return object.hasNonNull(name);
    }

    /** What is in another object, which must be there. */
    <T> Optional<T> part(String name, Function<JsonFacts, Optional<T>> reader) {
        if (!required(name)) {
            return Optional.empty();
        }
        var part = reader.apply(new JsonFacts(at(name), object.path(name), all));
        broken |= part.isEmpty();
        return part;
    }

    UUID id(String name) {
        return value(name, new UUID(0, 0), text -> {
            if (!ID.matcher(text).matches()) {
                throw new IllegalArgumentException("`" + Quoted.of(text) + "` is no id: give a UUID.");
            }
            return UUID.fromString(text);
        });
    }

    /** @param unread stands for it until everything has been read and the whole is refused */
    <T> T value(String name, T unread, Function<String, T> reader) {
        if (!required(name)) {
            return unread;
        }
        return read(at(name), object.path(name), reader).orElse(unread);
    }

    <T> Optional<T> maybe(String name, Function<String, T> reader) {
        return has(name) ? read(at(name), object.path(name), reader) : Optional.empty();
    }

    boolean yes(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!object.path(name).isBoolean()) {
            fault(name, "must be true or false");
        }
        return object.path(name).asBoolean();
    }

    boolean yes(String name) {
        return required(name) && yes(name, false);
    }

    int number(String name) {
        if (!required(name)) {
            return 0;
        }
        var number = object.path(name);
        if (!number.isInt() || number.asInt() < 0) {
            fault(name, "must be a whole number from 0");
        }
        return number.asInt();
    }

    <T> Set<T> set(String name, Function<String, T> reader) {
        return has(name) ? elements(name, reader) : Set.of();
    }

    <T> Set<T> requiredSet(String name, Function<String, T> reader) {
        return required(name) ? elements(name, reader) : Set.of();
    }

    /** Reads one of these. */
    static <T> Function<String, T> oneOf(T[] values, Function<T, String> code) {
        return text -> Arrays.stream(values)
                .filter(value -> code.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + Quoted.of(text) + "` is none of "
                        + Arrays.stream(values).map(code).collect(Collectors.joining(", ")) + "."));
    }

    /** Reads by a parser of the time library. */
    static <T> Function<String, T> time(Function<CharSequence, T> parser, String example) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "`" + Quoted.of(text) + "` cannot be read: write it as `" + example + "`.", e);
            }
        };
    }

    /** The whole, if every part of it was read and it can be; notes what it says against that. */
    <T> Optional<T> whole(Supplier<T> maker) {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                fault(Quoted.of(name), "is not known here");
            }
        });
        if (broken) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (InvalidFactsException e) {
            e.faults().forEach(this::fault);
        } catch (IllegalArgumentException e) {
            fault(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private <T> Set<T> elements(String name, Function<String, T> reader) {
        var list = object.path(name);
        if (!list.isArray()) {
            fault(name, "must be a list in brackets");
            return Set.of();
        }
        if (list.size() > ReleaseTerms.MOST_EXCLUSIONS) {
            fault(name, "has " + list.size() + " entries; it can have " + ReleaseTerms.MOST_EXCLUSIONS);
            return Set.of();
        }
        List<T> found = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            read(at(name) + "[" + i + "]", list.path(i), reader).ifPresent(found::add);
        }
        return new LinkedHashSet<>(found);
    }

    private <T> Optional<T> read(String where, JsonNode node, Function<String, T> reader) {
        try {
            if (!node.isTextual()) {
                throw new IllegalArgumentException("must be text in quotes.");
            }
            return Optional.of(reader.apply(node.asText()));
        } catch (IllegalArgumentException e) {
            broken = true;
            all.add(where + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean required(String name) {
        if (!has(name)) {
            fault(name, "is missing");
            return false;
        }
        return true;
    }

    private void fault(String name, String what) {
        broken = true;
        all.add(at(name) + " " + what + ".");
    }

    private void fault(String what) {
        broken = true;
        all.add(path.isEmpty() ? what : path + ": " + what);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
