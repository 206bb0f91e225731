package studio.selfsame.release.document;

import static studio.selfsame.release.document.Readers.oneOf;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import studio.selfsame.policy.Signatory;

/** Reads a contract from JSON. */
final class ContractReader {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Function<String, String> AS_GIVEN = text -> text;
    private static final Contract.TemplateReference NO_TEMPLATE =
            new Contract.TemplateReference("unread", 1, "en", "0".repeat(64));
    private static final Contract.StudioSignatory NO_SIGNATORY =
            new Contract.StudioSignatory(NOBODY, "unread", "unread");
    private static final Contract.Studio NO_STUDIO = new Contract.Studio(NOBODY, "unread", "unread", NO_SIGNATORY);
    private static final Contract.Talent NO_TALENT =
            new Contract.Talent(NOBODY, NOBODY, "unread", Optional.empty(), Optional.empty());
    private static final Contract NO_CONTRACT = new Contract(
            NOBODY,
            1,
            Optional.empty(),
            NO_TEMPLATE,
            NO_STUDIO,
            NO_TALENT,
            Signatory.Capacity.SELF,
            TermsReader.UNREAD);

    private ContractReader() {}

    static Contract contract(String json) {
        return Json.read(json, ContractReader::contract);
    }

    static Terms terms(String json) {
        return Json.read(json, TermsReader::terms);
    }

    private static Contract contract(JsonReading in) {
        in.value("format", Contract.FORMAT, ContractReader::format);
        var release = in.value("release", NOBODY, Readers::id);
        int version = TermsReader.toInt(in.number("version", 1));
        var supersedes = in.maybe("supersedes", AS_GIVEN);
        var template = in.part("template", NO_TEMPLATE, ContractReader::template);
        var studio = in.part("studio", NO_STUDIO, ContractReader::studio);
        var talent = in.part("talent", NO_TALENT, ContractReader::talent);
        var capacity = in.value("capacity", Signatory.Capacity.SELF, oneOf(Signatory.Capacity.values()));
        var terms = in.part("terms", TermsReader.UNREAD, TermsReader::terms);
        return in.whole(
                NO_CONTRACT,
                () -> new Contract(release, version, supersedes, template, studio, talent, capacity, terms));
    }

    private static String format(String text) {
        if (!text.equals(Contract.FORMAT)) {
            throw new IllegalArgumentException(
                    "`" + Quoted.of(text) + "` is another format: this studio reads `" + Contract.FORMAT + "`.");
        }
        return text;
    }

    private static Contract.TemplateReference template(JsonReading in) {
        var id = in.value("id", "unread", AS_GIVEN);
        int version = TermsReader.toInt(in.number("version", 1));
        var language = in.value("language", "en", AS_GIVEN);
        var sha256 = in.value("sha256", "0".repeat(64), AS_GIVEN);
        return in.whole(NO_TEMPLATE, () -> new Contract.TemplateReference(id, version, language, sha256));
    }

    private static Contract.Studio studio(JsonReading in) {
        var organisation = in.value("organisation", NOBODY, Readers::id);
        var name = in.value("name", "unread", AS_GIVEN);
        var address = in.value("address", "unread", AS_GIVEN);
        var signatory = in.part("signatory", NO_SIGNATORY, ContractReader::signatory);
        return in.whole(NO_STUDIO, () -> new Contract.Studio(organisation, name, address, signatory));
    }

    private static Contract.StudioSignatory signatory(JsonReading in) {
        var person = in.value("person", NOBODY, Readers::id);
        var name = in.value("name", "unread", AS_GIVEN);
        var title = in.value("title", "unread", AS_GIVEN);
        return in.whole(NO_SIGNATORY, () -> new Contract.StudioSignatory(person, name, title));
    }

    private static Contract.Talent talent(JsonReading in) {
        var person = in.value("person", NOBODY, Readers::id);
        var likeness = in.value("likeness", NOBODY, Readers::id);
        var name = in.value("name", "unread", AS_GIVEN);
        var stageName = in.maybe("stageName", AS_GIVEN);
        var signatoryName = in.maybe("signatoryName", AS_GIVEN);
        return in.whole(NO_TALENT, () -> new Contract.Talent(person, likeness, name, stageName, signatoryName));
    }
}
