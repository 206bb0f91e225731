package studio.selfsame.identity;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Constants as rows, records and requests write them: {@code RIGHTS_MANAGER} is {@code rights-manager}. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code of no constant */
    static <E extends Enum<E>> E parse(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The constant whose code this is, letter for letter. */
    static <E extends Enum<E>> Optional<E> find(Collection<E> among, String code) {
        return among.stream().filter(constant -> of(constant).equals(code)).findFirst();
    }
}
