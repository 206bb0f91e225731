package studio.selfsame.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Schema and policies as text.
 *
 * @param policies all policy files, one after the other
 */
record PolicySource(String schema, String policies) {
    static final List<String> FILES = List.of(
            "own-likeness.cedar",
            "release-use.cedar",
            "release-standing.cedar",
            "release-scope.cedar",
            "signatories.cedar",
            "approval.cedar",
            "release-life.cedar",
            "signing.cedar",
            "withdrawal.cedar",
            "grants.cedar",
            "verification.cedar",
            "step-up.cedar",
            "hold.cedar",
            "minors.cedar",
            "deceased.cedar",
            "public-figures.cedar",
            "content.cedar",
            "output.cedar");

    /** What this module carries. */
    static PolicySource bundled() {
        return new PolicySource(
                read("schema.cedarschema"),
                FILES.stream().map(PolicySource::read).collect(Collectors.joining("\n")));
    }

    static String read(String name) {
        try (var in = PolicySource.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new InvalidPolicyException("The policy file " + name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
