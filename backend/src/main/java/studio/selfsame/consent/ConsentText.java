package studio.selfsame.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a person reads before they tick a box. A version is never edited: a change is a new folder below
 * {@code consent-texts/}, and the earlier ones stay, because grants name them by hash. {@link ConsentTexts} has all of them.
 *
 * @param text Markdown
 * @param sha256 of the text's UTF-8 bytes, 64 hex digits
 */
record ConsentText(int version, String language, String text, String sha256) {
    static ConsentText read(int version, String language) {
        var name = "/consent-texts/" + version + "/" + language + ".md";
        try (var in = ConsentText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The consent text " + name + " is missing.");
            }
            var bytes = in.readAllBytes();
            return new ConsentText(
                    version, language, new String(bytes, StandardCharsets.UTF_8), DigestUtils.sha256Hex(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
