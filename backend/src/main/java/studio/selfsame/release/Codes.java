package studio.selfsame.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How one of a few values is written: {@code SOCIAL_MEDIA} as {@code social-media}. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Only as {@link #of} writes it. */
    static <T extends Enum<T>> Optional<T> find(Class<T> kind, String code) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(value -> of(value).equals(code))
                .findFirst();
    }

    /** All of them, for a message. */
    static String all(Class<? extends Enum<?>> kind) {
        return String.join(
                ", ",
                Arrays.stream(kind.getEnumConstants())
                        .map(value -> "`" + of(value) + "`")
                        .toList());
    }
}
