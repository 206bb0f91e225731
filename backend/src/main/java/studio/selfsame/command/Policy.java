package studio.selfsame.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.InvalidFactsException;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;
import studio.selfsame.policy.RequestReader;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./selfsame policy explain --file REQUEST.json [--json]}: would this be allowed, and if not, why not? */
final class Policy implements Command {
    static final int PERMITTED = 0;
    static final int DENIED = 1;
    static final int FAILED = 2;

    private static final String FORM = "Write `./selfsame policy explain --file REQUEST.json [--json]`.";
    /** Far more than a request needs, and little enough to hold. */
    private static final int MOST_BYTES = 4_000_000;

    private final PrintStream out;
    private final Clock clock;

    Policy() {
        this(System.out, Clock.systemUTC());
    }

    Policy(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** @param file what is asked */
    record Options(Path file, boolean json) {
        /** @throws ProblemException when the arguments are not of the form */
        static Options parse(List<String> arguments) {
            var rest = new ArrayList<>(arguments);
            boolean json = rest.remove("--json");
            if (rest.size() != 3
                    || !rest.getFirst().equals("explain")
                    || !rest.get(1).equals("--file")) {
                throw unusable("That is not a form of this command.", FORM);
            }
            return new Options(Path.of(rest.getLast()), json);
        }
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String summary() {
        return "would this be allowed, and why not: policy explain --file REQUEST.json [--json];"
                + " exit code 0 permit, 1 deny, 2 error";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            var options = Options.parse(arguments);
            var request = read(options.file());
            var decision = new PolicyDecisionPoint().decide(request);
            out.println(options.json() ? json(request, decision) : String.join("\n", told(request, decision)));
            return decision instanceof Decision.Permit ? PERMITTED : DENIED;
        } catch (ProblemException e) {
            Told.problem(e.problem());
        } catch (InvalidFactsException e) {
            Told.problem(new Problem(
                    "policy",
                    "The request cannot be decided on:\n  " + String.join("\n  ", e.faults()),
                    "Nothing was decided.",
                    "Correct it; docs/policy.md lists what a request holds."));
        }
        return FAILED;
    }

    private PolicyRequest read(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw unusable("There is no readable file `" + file + "`.", "Check the path.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unusable("`" + file + "` has more than " + MOST_BYTES + " bytes.", "Give a request.");
            }
            return new RequestReader(clock.instant()).read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unusable("`" + file + "` cannot be read: " + e.getMessage(), "Check the disk.");
        }
    }

    private static List<String> told(PolicyRequest request, Decision decision) {
        var lines = new ArrayList<String>();
        switch (decision) {
            case Decision.Permit(var ids) -> lines.add("Allowed, by " + String.join(", ", ids) + ".");
            case Decision.Deny(var reasons) -> {
                lines.add("Not allowed:");
                reasons.forEach(reason -> lines.add("- " + reason.policyId() + ": " + reason.text()));
            }
        }
        lines.add("Decided from facts with SHA-256 " + request.snapshotHash() + ".");
        return lines;
    }

    private static String json(PolicyRequest request, Decision decision) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("allowed", decision instanceof Decision.Permit);
        switch (decision) {
            case Decision.Permit(var ids) -> {
                answer.put("policyIds", ids);
                answer.put("reasons", List.of());
            }
            case Decision.Deny(var reasons) -> {
                answer.put("policyIds", List.of());
                answer.put("reasons", reasons);
            }
        }
        answer.put("factsSha256", request.snapshotHash());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(answer);
    }

    private static ProblemException unusable(String cause, String remedy) {
        return ProblemException.unusable("policy", cause, "Nothing was decided.", remedy);
    }
}
