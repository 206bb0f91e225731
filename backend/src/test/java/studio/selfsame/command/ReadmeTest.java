package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code ./selfsame} in a console block of the README is a command with options that the product takes. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:console|sh)\\R(.*?)^```");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern MEDIA = Pattern.compile("[\\w./-]+\\.(mp4|jpg|png)");

    @TempDir
    static Path files;

    /** Without one the parameterized test fails: nothing to run. */
    static Stream<String> commands() throws IOException {
        return BLOCK.matcher(Files.readString(Launcher.PRODUCT.resolve("README.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceFirst("^\\$ ", ""))
                .filter(line -> line.startsWith("./selfsame"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readme_command_isOneThatTheProductTakes(String line) throws Exception {
        var words = words(line);
        assertThat(words).as("says what to do").hasSizeGreaterThan(1);
        var arguments = words.subList(2, words.size());
        assertThatCode(() -> take(words.get(1), arguments)).doesNotThrowAnyException();
    }

    private static void take(String command, List<String> arguments) throws Exception {
        switch (command) {
            case "demo" -> DemoOptions.parse(arguments, Launcher.PRODUCT);
            case "up" -> Settings.parse(arguments);
            case "inspect" ->
                assertThat(arguments.stream().filter(argument -> !argument.equals("--json")))
                        .hasSize(1)
                        .noneMatch(argument -> argument.startsWith("-"));
            case "watermark" -> WatermarkOptions.parse(arguments);
            case "policy" ->
                assertThat(Launcher.PRODUCT.resolve(
                                Policy.Options.parse(arguments).file()))
                        .isRegularFile();
            case "consent" -> Consent.Options.parse(arguments);
            case "retention" -> Retention.dry(arguments);
            case "audit" -> AuditOptions.parse(arguments);
            case "bench" ->
                assertThat(BenchOptions.parse(arguments))
                        .isNotNull()
                        .extracting(BenchCommand::chosen)
                        .isNotNull();
            case "keys" -> assertThat(arguments).containsExactly("rotate");
            case "test", "build", "--help" -> assertThat(arguments).isEmpty();
            default -> throw new AssertionError("`" + command + "` is no command");
        }
    }

    /** As a shell would split them; the reader's own files are there. */
    private static List<String> words(String line) throws IOException {
        var command = line.replaceFirst("\\s+#.*$", "").strip();
        var words = WORD.matcher(command)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
        for (var word : words) {
            if (MEDIA.matcher(word).matches()) {
                Files.write(files.resolve(Path.of(word).getFileName()), new byte[0]);
            }
        }
        return words.stream()
                .map(word -> MEDIA.matcher(word).matches()
                        ? files.resolve(Path.of(word).getFileName()).toString()
                        : word)
                .toList();
    }
}
