package studio.selfsame.release.document;

import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Territory;

/** A contract as JSON's own shapes; what is empty is left out. */
final class ContractWriter {
    private ContractWriter() {}

    static Map<String, Object> contract(Contract contract) {
        var studio = contract.studio();
        var talent = contract.talent();
        var template = contract.template();
        return object(
                "format", Contract.FORMAT,
                "release", contract.release().toString(),
                "version", contract.version(),
                "supersedes", contract.supersedes(),
                "template",
                        object(
                                "id", template.id(),
                                "version", template.version(),
                                "language", template.language(),
                                "sha256", template.sha256()),
                "studio",
                        object(
                                "organisation", studio.organisation().toString(),
                                "name", studio.name(),
                                "address", studio.address(),
                                "signatory",
                                        object(
                                                "person",
                                                        studio.signatory()
                                                                .person()
                                                                .toString(),
                                                "name", studio.signatory().name(),
                                                "title", studio.signatory().title())),
                "talent",
                        object(
                                "person", talent.person().toString(),
                                "likeness", talent.likeness().toString(),
                                "name", talent.name(),
                                "stageName", talent.stageName(),
                                "signatoryName", talent.signatoryName()),
                "capacity", Codes.of(contract.capacity()),
                "terms", terms(contract.terms()));
    }

    static Map<String, Object> terms(Terms terms) {
        return object(
                "project",
                        object(
                                "title", terms.project().title(),
                                "description", terms.project().description(),
                                "character", terms.project().character()),
                "purposes", codes(terms.purposes(), Codes::of),
                "media", codes(terms.media(), Codes::of),
                "territories", codes(terms.territories(), Territory::code),
                "languages", codes(terms.languages(), Language::tag),
                "period",
                        object(
                                "firstDay", terms.period().firstDay().toString(),
                                "lastDay", terms.period().lastDay().toString(),
                                "zone", terms.period().zone().getId()),
                "exclusions", terms.exclusions(),
                "sensitive", codes(terms.sensitive(), Codes::of),
                "training", terms.training(),
                "limits",
                        object(
                                "seconds", terms.limits().seconds(),
                                "renders", terms.limits().renders()),
                "approval", Codes.of(terms.approval()),
                "compensation", compensation(terms.compensation()),
                "representation",
                        object(
                                "counsel", terms.representation().counsel(),
                                "union", terms.representation().union(),
                                "agreement", terms.representation().agreement()),
                "strikeHold", terms.strikeHold(),
                "revocation",
                        object(
                                "noticeDays", terms.revocation().noticeDays(),
                                "terms", terms.revocation().terms()));
    }

    private static Map<String, Object> compensation(Compensation compensation) {
        return object(
                "reference", compensation.reference(),
                "currency", compensation.currency().map(Currency::getCurrencyCode),
                "perRenderMinor", compensation.perRenderMinor(),
                "perMinuteMinor", compensation.perMinuteMinor(),
                "flatMinor", compensation.flatMinor());
    }

    private static <T> List<String> codes(Collection<T> values, Function<T, String> code) {
        return values.stream().map(code).toList();
    }

    /** Names and values in turn. */
    private static Map<String, Object> object(Object... members) {
        var object = new HashMap<String, Object>();
        for (int i = 0; i < members.length; i += 2) {
            var value = members[i + 1];
            if (!(value instanceof Optional<?> maybe)) {
                object.put((String) members[i], value);
            } else if (maybe.isPresent()) {
                object.put((String) members[i], maybe.get());
            }
        }
        return object;
    }
}
