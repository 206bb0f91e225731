package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model rests on is there: every policy and every test that it names. */
class ThreatsDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern POLICY = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern ID = Pattern.compile("@id\\(\"([a-z-]+)\"\\)");

    @Test
    void threats_document_namesOnlyPoliciesAndTestsThatThereAre() throws IOException {
        var text = Files.readString(ROOT.resolve("docs/threats-consent.md"));

        assertThat(found(POLICY, text)).hasSizeGreaterThan(40).isSubsetOf(policies());
        assertThat(found(TEST, text)).hasSizeGreaterThan(15).isSubsetOf(tests());
    }

    private static Set<String> policies() throws IOException {
        try (var files = Files.list(ROOT.resolve("policy/src/main/resources"))) {
            return files.filter(file -> file.toString().endsWith(".cedar"))
                    .flatMap(file -> found(ID, read(file)).stream())
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> tests() throws IOException {
        var names = Stream.<String>builder();
        for (var module : new String[] {"backend", "policy"}) {
            try (var files = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names.build().collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
