package studio.selfsame.release.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Purpose;

/**
 * What a template asks of its terms.
 *
 * @param needed a purpose that must be there
 * @param allowed purposes beside which there is no other
 * @param refused sensitive content that its clauses rule out
 * @param amount an amount per render, per minute or at once must be agreed
 * @param unionHolds where a union is named, the release rests during its strikes
 */
record TemplateRules(
        Purpose needed, Set<Purpose> allowed, Set<ContentFlag> refused, boolean amount, boolean unionHolds) {
    static TemplateRules of(String template) {
        return switch (template) {
            case "rider" ->
                new TemplateRules(
                        Purpose.ENTERTAINMENT,
                        EnumSet.of(Purpose.ENTERTAINMENT, Purpose.EDUCATION, Purpose.ACCESSIBILITY),
                        Set.of(),
                        true,
                        true);
            case "advert" ->
                new TemplateRules(
                        Purpose.ADVERTISING,
                        EnumSet.of(Purpose.ADVERTISING, Purpose.INTERNAL),
                        Set.of(ContentFlag.POLITICS),
                        true,
                        false);
            case "localisation" ->
                new TemplateRules(
                        Purpose.DUBBING, EnumSet.complementOf(EnumSet.of(Purpose.ADVERTISING)), Set.of(), false, false);
            case "accessibility" ->
                new TemplateRules(
                        Purpose.ACCESSIBILITY,
                        EnumSet.of(Purpose.ACCESSIBILITY, Purpose.EDUCATION, Purpose.INTERNAL),
                        Set.of(ContentFlag.POLITICS, ContentFlag.GAMBLING, ContentFlag.ALCOHOL_AND_TOBACCO),
                        false,
                        false);
            default -> throw new IllegalArgumentException("No rules for the template `" + template + "`.");
        };
    }

    List<Fault> faults(Terms terms) {
        var faults = new Faults();
        faults.when(
                !terms.purposes().contains(needed),
                "purposes",
                "This template is for `" + Codes.of(needed) + "`, which must be among the purposes.");
        var others = terms.purposes().stream()
                .filter(purpose -> !allowed.contains(purpose))
                .map(purpose -> "`" + Codes.of(purpose) + "`")
                .collect(Collectors.joining(", "));
        faults.when(!others.isEmpty(), "purposes", "This template does not cover " + others + ": use another.");
        for (var flag : terms.sensitive()) {
            faults.when(
                    refused.contains(flag), "sensitive", "This template's clauses rule out `" + Codes.of(flag) + "`.");
        }
        var pay = terms.compensation();
        faults.when(
                amount
                        && pay.perRenderMinor().isEmpty()
                        && pay.perMinuteMinor().isEmpty()
                        && pay.flatMinor().isEmpty(),
                "compensation",
                "This template states what is paid: by render, by minute or at once.");
        faults.when(
                unionHolds && terms.representation().union().isPresent() && !terms.strikeHold(),
                "strikeHold",
                "Where a union is named, a release by this template rests during its strikes.");
        return faults.all();
    }
}
