package studio.selfsame.policy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Requests that differ from a given one in a single fact, found by walking through its records. */
final class OtherFacts {
    private OtherFacts() {}

    /** @param fact where the one difference is */
    record Other(String fact, PolicyRequest request) {}

    /** At least one for every component of every record in the request; fails where there is none. */
    static List<Other> than(PolicyRequest request) {
        return variants("request", request).stream()
                .map(variant -> new Other(variant.path(), (PolicyRequest) variant.value()))
                .toList();
    }

    private record Variant(String path, Object value) {}

    private static List<Variant> variants(String path, Object value) {
        return switch (value) {
            case Boolean yes -> one(path, !yes);
            case Integer number -> one(path, number + 1);
            case UUID id -> one(path, new UUID(~id.getMostSignificantBits(), 7));
            case Instant moment -> one(path, moment.plus(Duration.ofDays(1)));
            case Duration length -> one(path, length.plusDays(1));
            case LocalDate day -> one(path, day.plusDays(1));
            case ZoneId zone -> one(path, ZoneId.of("Asia/Tokyo"));
            case Territory territory -> one(path, new Territory("JP"));
            case Language language -> one(path, new Language("ja"));
            case Term term -> one(path, new Term("something else"));
            case Enum<?> constant -> constants(path, constant);
            case Set<?> set -> sets(path, set);
            case Optional<?> optional -> optionals(path, optional);
            case Record record -> records(path, record);
            default -> throw new IllegalArgumentException(path + " is a " + value.getClass());
        };
    }

    private static List<Variant> one(String path, Object other) {
        return List.of(new Variant(path, other));
    }

    private static List<Variant> constants(String path, Enum<?> constant) {
        return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
                .filter(other -> other != constant)
                .map(other -> new Variant(path + "=" + other, other))
                .toList();
    }

    private static List<Variant> sets(String path, Set<?> set) {
        var found = new ArrayList<>(one(path + " without any", Set.of()));
        for (var element : set) {
            for (var other : variants(path, element)) {
                var changed = new HashSet<Object>(set);
                changed.add(other.value());
                found.add(new Variant(other.path() + " more", changed));
            }
        }
        return found.stream().filter(variant -> !variant.value().equals(set)).toList();
    }

    private static List<Variant> optionals(String path, Optional<?> optional) {
        var found = new ArrayList<>(one(path + " gone", Optional.empty()));
        optional.ifPresent(value -> variants(path, value)
                .forEach(variant -> found.add(new Variant(variant.path(), Optional.of(variant.value())))));
        return optional.isEmpty() ? List.of() : found;
    }

    private static List<Variant> records(String path, Record record) {
        var found = new ArrayList<Variant>(ofAnotherKind(path, record));
        var components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            var name = path + "." + components[i].getName();
            int at = i;
            var others = variants(name, value(components[i], record)).stream()
                    .flatMap(variant -> with(record, at, variant).stream())
                    .toList();
            if (others.isEmpty() && !alone(value(components[i], record))) {
                throw new IllegalStateException("nothing else can stand in " + name);
            }
            found.addAll(others);
        }
        return found;
    }

    /** What is empty here, and the action, which no other can take the place of with the same matter. */
    private static boolean alone(Object value) {
        return value instanceof PolicyAction || (value instanceof Optional<?> optional && optional.isEmpty());
    }

    /** The other cases of the sealed types. */
    private static List<Variant> ofAnotherKind(String path, Record record) {
        return switch (record) {
            case Verification.Approved approved -> one(path + " none", new Verification.None());
            case Authentication.SignedIn in -> one(path + " unattended", new Authentication.Unattended());
            case Content.Declared declared -> one(path + " undeclared", new Content.Undeclared());
            default -> List.of();
        };
    }

    /** Empty where the record refuses the value: what cannot be asked needs no snapshot. */
    private static Optional<Variant> with(Record record, int index, Variant variant) {
        var components = record.getClass().getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> value(component, record))
                .toArray();
        values[index] = variant.value();
        try {
            var constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return Optional.of(new Variant(variant.path(), constructor.newInstance(values)));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
