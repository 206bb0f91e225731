package studio.selfsame.release.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How one of a few values is written in a contract and in requests: {@code SOCIAL_MEDIA} as {@code social-media}. */
public final class Codes {
    private Codes() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Only as {@link #of} writes it. */
    public static <T extends Enum<T>> Optional<T> find(Class<T> kind, String code) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(value -> of(value).equals(code))
                .findFirst();
    }

    /** All of them, for a message. */
    public static String all(Class<? extends Enum<?>> kind) {
        return String.join(
                ", ",
                Arrays.stream(kind.getEnumConstants())
                        .map(value -> "`" + of(value) + "`")
                        .toList());
    }
}
