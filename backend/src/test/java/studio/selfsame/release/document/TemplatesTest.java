package studio.selfsame.release.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Purpose;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TemplatesTest {
    private static final Terms TERMS = Contracts.terms(List.of());

    @Test
    void everyTemplate_saysAtTheTop_thatItIsNeitherAdviceNorAQualifiedSignature() {
        assertThat(Templates.all())
                .extracting(Template::id)
                .containsExactly("rider", "advert", "localisation", "accessibility");
        for (var template : Templates.all()) {
            assertThat(template.notice())
                    .as(template.id())
                    .contains("not legal advice", "neither is a qualified electronic signature");
            assertThat(template.title()).isNotBlank();
            assertThat(template.summary()).endsWith(".");
            assertThat(Templates.find(template.reference())).contains(template);
        }
    }

    @Test
    void defaults_togetherWithWhatADraftAdds_canBeSigned() {
        for (var template : Templates.all()) {
            var json = (ObjectNode) JsonMapper.shared().readTree(TERMS.canonicalJson());
            ((ObjectNode) JsonMapper.shared().readTree(template.defaults()))
                    .properties()
                    .forEach(member -> {
                        if (!member.getValue().isEmpty() || !member.getValue().isArray()) {
                            json.set(member.getKey(), member.getValue());
                        }
                    });
            var terms = Terms.read(json.toString());

            assertThat(template.faults(terms)).as(template.id()).isEmpty();
            assertThat(terms.training()).as(template.id()).isFalse();
        }
    }

    @Test
    void everyClause_isFilledFromTheContract() {
        for (var template : Templates.all()) {
            var clauses = template.clauses(Contracts.of(template, TERMS));
            assertThat(clauses).as(template.id()).hasSizeGreaterThan(8);
            for (var clause : clauses) {
                assertThat(clause.paragraphs())
                        .isNotEmpty()
                        .allMatch(text -> !text.isBlank() && !text.contains("{") && !text.contains("**"));
            }
        }
    }

    @Test
    void purposes_thatATemplateIsNotFor_areRefused() {
        assertThat(faults("rider", Set.of(Purpose.ADVERTISING))).hasSize(2);
        assertThat(faults("advert", Set.of(Purpose.ENTERTAINMENT))).hasSize(2);
        assertThat(faults("advert", Set.of(Purpose.ADVERTISING, Purpose.DUBBING)))
                .hasSize(1);
        assertThat(faults("localisation", Set.of(Purpose.ENTERTAINMENT))).hasSize(1);
        assertThat(faults("localisation", Set.of(Purpose.DUBBING, Purpose.ADVERTISING)))
                .hasSize(1);
        assertThat(faults("accessibility", Set.of(Purpose.ACCESSIBILITY, Purpose.ADVERTISING)))
                .hasSize(1);
        assertThat(faults("accessibility", EnumSet.of(Purpose.ACCESSIBILITY))).isEmpty();
    }

    @Test
    void advert_carriesNewYorksNotice_andRulesOutPolitics() {
        var advert = Templates.find("advert").orElseThrow();
        var terms = with(Set.of(Purpose.ADVERTISING), Set.of(ContentFlag.POLITICS), TERMS.compensation(), true);

        assertThat(advert.faults(terms)).extracting(Fault::path).containsExactly("sensitive");
        assertThat(advert.clauses(Contracts.of(advert, TERMS)))
                .anyMatch(clause -> clause.paragraphs().stream().anyMatch(text -> text.contains("section 396-b")));
    }

    @Test
    void rider_needsAnAmount_andHoldsDuringTheUnionsStrikes() {
        var none = new Compensation(
                "by agreement", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var terms = with(Set.of(Purpose.ENTERTAINMENT), Set.of(), none, false);

        assertThat(Templates.find("rider").orElseThrow().faults(terms))
                .extracting(Fault::path)
                .containsExactly("compensation", "strikeHold");
    }

    @Test
    void contract_ofAnotherWording_isRefused() {
        var contract = Contracts.lighthouse();

        assertThat(Templates.find("advert").orElseThrow().faults(contract))
                .extracting(Fault::path)
                .contains("template", "terms.purposes");
    }

    private static List<Fault> faults(String template, Set<Purpose> purposes) {
        return Templates.find(template).orElseThrow().faults(with(purposes, Set.of(), TERMS.compensation(), true));
    }

    private static Terms with(
            Set<Purpose> purposes, Set<ContentFlag> sensitive, Compensation compensation, boolean strikeHold) {
        return new Terms(
                TERMS.project(),
                purposes,
                TERMS.media(),
                TERMS.territories(),
                TERMS.languages(),
                TERMS.period(),
                TERMS.exclusions(),
                sensitive,
                TERMS.training(),
                TERMS.limits(),
                TERMS.approval(),
                compensation,
                TERMS.representation(),
                strikeHold,
                TERMS.revocation());
    }
}
