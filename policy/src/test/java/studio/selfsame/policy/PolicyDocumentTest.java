package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What people read about the rules is what the rules say. */
class PolicyDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/policy.md");
    private static final String UPDATE = "selfsame.update-policy-doc";

    @Test
    void document_inTheRepository_isMadeFromThePolicies() throws IOException {
        var written = Files.readString(DOCUMENT);
        int mark = written.indexOf(PolicyDocument.MARK);
        assertThat(mark).as("the mark is there").isPositive();
        var made = written.substring(0, mark) + PolicyDocument.made();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(DOCUMENT, made);
        }
        assertThat(written)
                .as("docs/policy.md is not what the policies say; update it with"
                        + " `mvn -pl policy test -Dtest=PolicyDocumentTest -D" + UPDATE + "=true`")
                .isEqualTo(made);
    }

    @Test
    void document_made_namesEveryPolicyOnce() {
        var made = PolicyDocument.made();
        assertThat(new ValidPolicies(PolicySource.bundled()).texts())
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(made.split("\n\\| `" + policy.id() + "` \\|", -1))
                        .hasSize(2));
    }
}
