package studio.selfsame.policy;

import static studio.selfsame.policy.JsonFacts.oneOf;
import static studio.selfsame.policy.JsonFacts.time;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a {@link PolicyRequest} from JSON, whose fields {@code docs/policy.md} lists. */
public final class RequestReader {
    /** Characters; a request that means anything is far shorter. */
    private static final int LONGEST = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Instant now;

    /** @param now for a request that names no moment */
    public RequestReader(Instant now) {
        this.now = now;
    }

    /** @throws InvalidFactsException with everything that is wrong */
    public PolicyRequest read(String json) {
        if (json.length() > LONGEST) {
            throw new InvalidFactsException(List.of("A request has at most " + LONGEST + " characters."));
        }
        var faults = new Faults();
        var request = request(new JsonFacts("", parse(json), faults));
        faults.check();
        return request.orElseThrow(() -> new IllegalStateException("What could not be read was not noted."));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidFactsException(List.of("This is no JSON: " + Quoted.of(e.getOriginalMessage()) + ", line "
                    + e.getLocation().getLineNr() + "."));
        }
    }

    private Optional<PolicyRequest> request(JsonFacts in) {
        var action =
                in.value("action", PolicyAction.ENROL_FOOTAGE, oneOf(PolicyAction.values(), PolicyAction::cedarId));
        var at = in.maybe("at", time(Instant::parse, "2026-11-23T10:00:00Z")).orElse(now);
        var person = in.part("person", part -> requester(part, at));
        var likeness = in.part("likeness", RequestReader::likeness);
        Optional<ReleaseFacts> release =
                in.has("release") ? in.part("release", ReleaseReader::release) : Optional.empty();
        var step = action.onRelease();
        Optional<UseTerms> terms =
                in.has("use") || (in.has("release") && !step) ? in.part("use", ReleaseReader::terms) : Optional.empty();
        Content content = in.has("content")
                ? new Content.Declared(in.set("content", oneOf(ContentFlag.values(), flag -> flag.cedarText())))
                : new Content.Undeclared();
        Optional<OutputMarks> output = in.has("output") ? in.part("output", RequestReader::marks) : Optional.empty();
        var useAskedBy = in.has("useAskedBy") ? Optional.of(in.id("useAskedBy")) : Optional.<UUID>empty();
        return in.whole(() -> {
            var faults = new Faults();
            faults.when(step && release.isEmpty(), "release is missing.");
            faults.when(step && terms.isPresent(), "use does not belong to " + action.cedarId() + ".");
            faults.when(!step && terms.isPresent() && release.isEmpty(), "use needs the release that it relies on.");
            faults.when(!step && useAskedBy.isPresent(), "useAskedBy belongs to ApproveUse.");
            faults.check();
            Matter matter = step
                    ? new Matter.Step(release.orElseThrow(), useAskedBy)
                    : new Matter.Use(
                            content, release.map(facts -> new Matter.UnderRelease(facts, terms.orElseThrow())), output);
            return new PolicyRequest(action, person.orElseThrow(), at, likeness.orElseThrow(), matter);
        });
    }

    private static Optional<Requester> requester(JsonFacts in, Instant at) {
        var id = in.id("id");
        Verification verification = in.maybe("verifiedAt", time(Instant::parse, "2026-11-23T10:00:00Z"))
                .<Verification>map(then -> new Verification.Approved(Duration.between(then, at)))
                .orElseGet(Verification.None::new);
        var roles = in.set("roles", oneOf(PolicyRole.values(), PolicyRole::cedarText));
        Authentication authentication = in.has("signIn")
                ? in.part("signIn", part -> signIn(part, at)).orElseGet(Authentication.Unattended::new)
                : new Authentication.Unattended();
        Optional<Membership> membership =
                in.has("organisation") ? in.part("organisation", RequestReader::membership) : Optional.empty();
        return in.whole(() -> new Requester(id, verification, roles, authentication, membership));
    }

    private static Optional<Authentication> signIn(JsonFacts in, Instant at) {
        int level = in.number("level");
        var then = in.value("at", at, time(Instant::parse, "2026-11-23T10:00:00Z"));
        boolean canStepUp = in.yes("canStepUp");
        return in.whole(() -> new Authentication.SignedIn(level, Duration.between(then, at), canStepUp));
    }

    private static Optional<Membership> membership(JsonFacts in) {
        var id = in.id("id");
        var roles = in.requiredSet("roles", oneOf(OrganisationRole.values(), OrganisationRole::cedarText));
        return in.whole(() -> new Membership(id, roles));
    }

    private static Optional<LikenessFacts> likeness(JsonFacts in) {
        var id = in.id("id");
        var owner = in.id("owner");
        var state = in.value("state", ConsentState.OPEN, oneOf(ConsentState.values(), ConsentState::cedarText));
        var grants = in.requiredSet("grants", oneOf(new String[] {"create", "use"}, text -> text));
        var age = in.maybe("age", oneOf(Age.values(), Age::cedarText)).orElse(Age.UNKNOWN);
        var publicFigure = in.maybe("publicFigure", oneOf(PublicFigure.values(), PublicFigure::cedarText))
                .orElse(PublicFigure.UNKNOWN);
        boolean deceased = in.yes("deceased", false);
        boolean onHold = in.yes("onHold", false);
        boolean takenDown = in.yes("takenDown", false);
        return in.whole(() -> new LikenessFacts(
                id,
                owner,
                state,
                grants.contains("create"),
                grants.contains("use"),
                age,
                deceased,
                publicFigure,
                onHold,
                takenDown));
    }

    private static Optional<OutputMarks> marks(JsonFacts in) {
        boolean watermarked = in.yes("watermarked");
        boolean labelled = in.yes("labelled");
        boolean credentialed = in.yes("credentialed");
        return in.whole(() -> new OutputMarks(watermarked, labelled, credentialed));
    }
}
