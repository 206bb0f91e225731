package studio.selfsame.policy;

import static studio.selfsame.policy.CedarValues.day;
import static studio.selfsame.policy.CedarValues.set;

import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the schema wants to know beside person and thing, for each action what it names. */
final class CedarContext {
    private CedarContext() {}

    static Map<String, Value> of(PolicyRequest request) {
        var context = new HashMap<String, Value>();
        switch (request.action()) {
            case ENROL_FOOTAGE, CREATE_LIKENESS, SIGN_FOR_STUDIO, COUNTERSIGN_RELEASE ->
                context.put("signIn", signIn(request.requester().authentication()));
            default -> {}
        }
        switch (request.matter()) {
            case Matter.Use use -> putUse(request, use, context);
            case Matter.Step step -> putStep(request, step, context);
        }
        return context;
    }

    private static void putUse(PolicyRequest request, Matter.Use use, Map<String, Value> context) {
        use.under().ifPresent(under -> context.put("under", under(under, request.at())));
        if (request.action() == PolicyAction.RENDER_PERFORMANCE || request.action() == PolicyAction.DELIVER_OUTPUT) {
            context.put("content", content(use.content()));
        }
        use.output()
                .ifPresent(marks -> context.put(
                        "output",
                        CedarValues.record(Map.of(
                                "watermarked", new PrimBool(marks.watermarked()),
                                "labelled", new PrimBool(marks.labelled()),
                                "credentialed", new PrimBool(marks.credentialed())))));
    }

    private static void putStep(PolicyRequest request, Matter.Step step, Map<String, Value> context) {
        switch (request.action()) {
            case SIGN_FOR_STUDIO, COUNTERSIGN_RELEASE ->
                context.put("day", new PrimLong(day(step.release().period().dayAt(request.at()))));
            default -> {}
        }
        step.useAskedBy().ifPresent(asker -> context.put("askedBy", CedarValues.person(asker)));
    }

    private static CedarMap signIn(Authentication authentication) {
        return switch (authentication) {
            case Authentication.Unattended() -> signIn(false, 0, 0, false);
            case Authentication.SignedIn in -> signIn(true, in.level(), in.secondsBegun(), in.canStepUp());
        };
    }

    private static CedarMap signIn(boolean attended, long level, long ageSeconds, boolean canStepUp) {
        return CedarValues.record(Map.of(
                "attended", new PrimBool(attended),
                "level", new PrimLong(level),
                "ageSeconds", new PrimLong(ageSeconds),
                "canStepUp", new PrimBool(canStepUp)));
    }

    private static CedarMap content(Content content) {
        var flags = content.all();
        return CedarValues.record(Map.of(
                "declared", new PrimBool(content instanceof Content.Declared),
                "flags", set(flags.stream().filter(flag -> !flag.sensitive()).toList(), ContentFlag::cedarText),
                "sensitive", set(flags.stream().filter(ContentFlag::sensitive).toList(), ContentFlag::cedarText)));
    }

    private static CedarMap under(Matter.UnderRelease under, Instant at) {
        var terms = under.terms();
        var record = CedarValues.record(Map.of(
                "release", CedarValues.release(under.release().id()),
                "day", new PrimLong(day(under.release().period().dayAt(at))),
                "purpose", new PrimString(terms.purpose().cedarText()),
                "medium", new PrimString(terms.medium().cedarText()),
                "territories", set(terms.territories(), Territory::code),
                "languages", set(terms.languages(), Language::tag),
                "project", new PrimString(terms.project().text()),
                "topics", set(terms.topics(), Term::text),
                "seconds", new PrimLong(terms.seconds())));
        terms.approvedBy().ifPresent(person -> record.put("approvedBy", CedarValues.person(person)));
        return record;
    }
}
