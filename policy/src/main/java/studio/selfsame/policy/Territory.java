package studio.selfsame.policy;

import java.util.Locale;
import java.util.Set;

/**
 * Where a result is shown.
 *
 * @param code an ISO 3166-1 alpha-2 code in capitals, or {@code world}
 */
public record Territory(String code) {
    public static final Territory WORLD = new Territory("world");

    private static final Set<String> ISO = Set.of(Locale.getISOCountries());

    /** @throws IllegalArgumentException for any other code, {@code UK} and {@code EU} too */
    public Territory {
        if (!code.equals("world") && !ISO.contains(code)) {
            throw new IllegalArgumentException("`" + Quoted.of(code)
                    + "` is no territory: give an ISO 3166-1 code of two capital letters, such as `GB`, or `world`.");
        }
    }
}
