package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PolicyTest {
    private static final Path EXAMPLES = Launcher.PRODUCT.resolve("docs/policy");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Policy command = new Policy(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.parse("2027-05-20T12:00:00Z"), ZoneOffset.UTC));

    @TempDir
    Path folder;

    @Test
    void explain_ownUse_isAllowedWithCodeZero() {
        assertThat(explain("own-render.json")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Allowed, by own-likeness.\n");
    }

    @Test
    void explain_useBeyondTheRelease_tellsEveryReasonAsTheDocumentationShows() throws Exception {
        assertThat(explain("advert-abroad.json")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("Not allowed:\n")
                .hasLineCount(6);
        assertThat(Files.readString(Launcher.PRODUCT.resolve("docs/policy.md")))
                .contains("\n```\n" + said.toString(StandardCharsets.UTF_8) + "```\n");
    }

    @Test
    void explain_asJson_saysTheSame() {
        assertThat(explain("advert-abroad.json", "--json")).isEqualTo(1);
        var answer = new JsonMapper().readTree(said.toByteArray());
        assertThat(answer.path("allowed").asBoolean()).isFalse();
        assertThat(answer.path("reasons").size()).isEqualTo(4);
        assertThat(answer.path("reasons").path(0).path("policyId").asString()).isEqualTo("release-exclusion");
        assertThat(answer.path("factsSha256").asString()).matches("[0-9a-f]{64}");
        said.reset();
        assertThat(explain("countersign.json", "--json")).isZero();
        var allowed = new JsonMapper().readTree(said.toByteArray());
        assertThat(allowed.path("allowed").asBoolean()).isTrue();
        assertThat(allowed.path("policyIds").path(0).asString()).isEqualTo("signatory-may-countersign");
    }

    @Test
    void explain_requestThatCannotBeRead_isAnErrorWithCodeTwo() throws Exception {
        var file = Files.writeString(folder.resolve("bad.json"), "{\"action\": \"Conjure\"}");
        assertThat(command.run(List.of("explain", "--file", file.toString()))).isEqualTo(2);
        assertThat(command.run(
                        List.of("explain", "--file", folder.resolve("none").toString())))
                .isEqualTo(2);
        Files.write(file, new byte[4_000_001]);
        assertThat(command.run(List.of("explain", "--file", file.toString()))).isEqualTo(2);
        assertThat(said.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "explain f.json", "explain --file", "explain --file a b", "decide --file a"})
    void arguments_ofNoForm_areAnErrorWithCodeTwo(String line) {
        assertThat(command.run(List.of(line.split(" ")))).isEqualTo(2);
    }

    private int explain(String example, String... more) {
        var arguments = new java.util.ArrayList<>(
                List.of("explain", "--file", EXAMPLES.resolve(example).toString()));
        arguments.addAll(List.of(more));
        return command.run(arguments);
    }
}
