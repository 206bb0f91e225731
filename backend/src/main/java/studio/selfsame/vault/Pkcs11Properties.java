package studio.selfsame.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import studio.selfsame.problem.ProblemException;

/**
 * The token that keeps the master key.
 *
 * @param library the token's PKCS#11 library, an absolute path
 * @param slot decimal id of the slot, as the token's own tools print it
 * @param keyLabel what key objects are called, before {@code -v1}, {@code -v2}…
 * @param pinFile file whose first line is the user PIN; or
 * @param pinVariable name of the environment variable that holds it
 */
record Pkcs11Properties(
        @Nullable Path library,
        @Nullable Long slot,
        @DefaultValue("selfsame-master") String keyLabel,
        @Nullable Path pinFile,
        @Nullable String pinVariable) {
    private static final String KEY = "selfsame.vault.pkcs11.";
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._-]{1,24}");

    /** Refuses what cannot work, with the key's name and what is allowed. */
    void requireComplete() {
        if (library == null
                || !library.isAbsolute()
                || !Files.isReadable(library)
                || library.toString().matches(".*[\"\\\\\\p{Cntrl}].*")) {
            throw refused("library", library, "the absolute path of a PKCS#11 library that can be read");
        }
        if (slot == null || slot < 0 || slot > Integer.MAX_VALUE) {
            throw refused("slot", slot, "a decimal number from 0 to " + Integer.MAX_VALUE);
        }
        if (!LABEL.matcher(keyLabel).matches()) {
            throw refused("key-label", keyLabel, "1 to 24 letters, digits, dots, hyphens and underscores");
        }
        if ((pinFile == null) == (pinVariable == null)) {
            throw refused("pin-file", pinFile, "a file, or else pin-variable with the name of an environment variable");
        }
        Arrays.fill(pin(), ' ');
    }

    /** The PIN, which the caller wipes. It is in no exception and in no log. */
    char[] pin() {
        if (pinVariable != null) {
            var value = System.getenv(pinVariable);
            if (value == null || value.isEmpty()) {
                throw refused("pin-variable", pinVariable, "the name of an environment variable that holds the PIN");
            }
            return value.toCharArray();
        }
        try (var lines = Files.lines(Objects.requireNonNull(pinFile))) {
            return lines.findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> refused("pin-file", pinFile, "a file whose first line is the PIN"))
                    .toCharArray();
        } catch (IOException | UncheckedIOException e) {
            throw refused("pin-file", pinFile, "a file that can be read and whose first line is the PIN");
        }
    }

    private static ProblemException refused(String name, @Nullable Object value, String allowed) {
        return ProblemException.unusable(
                "start",
                "The setting `" + KEY + name + "` is " + (value == null ? "not set" : "`" + value + "`")
                        + "; allowed is " + allowed + ".",
                "The master key was not opened.",
                "Set it, as docs/keys.md says.");
    }
}
