package studio.selfsame.release.document;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Signatory;
import studio.selfsame.policy.Territory;

/** Contracts that could be signed. */
final class Contracts {
    private Contracts() {}

    static Contract lighthouse() {
        return of(Templates.find("rider").orElseThrow(), terms(List.of("Acme Cola", "Fur", "Tobacco")));
    }

    static Contract of(Template template, Terms terms) {
        return new Contract(
                new UUID(0x1111, 1),
                1,
                Optional.empty(),
                template.reference(),
                new Contract.Studio(
                        new UUID(0x2222, 2),
                        "Nordlicht Pictures GmbH",
                        "Hafenstraße 12\n20457 Hamburg\nGermany",
                        new Contract.StudioSignatory(new UUID(0x3333, 3), "Anneliese Brøgger", "Head of rights")),
                new Contract.Talent(
                        new UUID(0x4444, 4),
                        new UUID(0x5555, 5),
                        "Zoë Nguyễn-Müller",
                        Optional.of("Zoë N"),
                        Optional.empty()),
                Signatory.Capacity.SELF,
                terms);
    }

    static Terms terms(List<String> exclusions) {
        return new Terms(
                new Terms.Project(
                        "The Lighthouse",
                        "The performer's likeness speaks the narrator's text of three short scenes at the beginning of episodes"
                                + " 1 to 6, as written in the script of 3 March 2026.\n\nNo other scene and no trailer.",
                        Optional.of("The keeper")),
                Set.of(Purpose.ENTERTAINMENT),
                Set.of(Medium.STREAMING, Medium.TELEVISION),
                Set.of(new Territory("DE"), new Territory("AT"), new Territory("CI")),
                Set.of(new Language("de"), new Language("pt-BR")),
                new Terms.Period(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 12, 31), ZoneId.of("Europe/Berlin")),
                exclusions,
                Set.of(ContentFlag.VIOLENCE),
                false,
                new Terms.Limits(Optional.of(5400), Optional.of(24)),
                Approval.TALENT,
                new Compensation(
                        "Deal memo NL-2026-118",
                        Optional.of(Currency.getInstance("EUR")),
                        Optional.of(25_000L),
                        Optional.of(9_000L),
                        Optional.of(500_000L)),
                new Terms.Representation(
                        Optional.of("Kanzlei Petersen"), Optional.of("BFFS"), Optional.of("Vertrag 2025")),
                true,
                new Terms.Revocation(
                        30,
                        "Results that were delivered before the notice ends may go on being shown; nothing new is made."));
    }

    static List<String> exclusions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Matter number " + i
                        + (i % 7 == 0 ? " with a name that is rather long and needs a second line" : ""))
                .toList();
    }
}
