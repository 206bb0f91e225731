package studio.selfsame.release.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.Signatory;
import studio.selfsame.release.document.PdfPaper.Row;

/** All terms of a contract, label by label. */
final class TermTable {
    /** More stand in an annex. */
    static final int MOST_EXCLUSIONS = 12;

    private TermTable() {}

    static boolean inAnnex(List<String> exclusions) {
        return exclusions.size() > MOST_EXCLUSIONS;
    }

    static List<Row> parties(Contract contract) {
        var studio = contract.studio();
        var talent = contract.talent();
        var rows = new ArrayList<Row>();
        rows.add(new Row("Studio", studio.name() + "\n" + studio.address()));
        rows.add(new Row("Organisation", studio.organisation().toString()));
        rows.add(new Row("Talent", talent.name()));
        talent.stageName().ifPresent(name -> rows.add(new Row("Stage name", name)));
        rows.add(new Row("Likeness", talent.likeness().toString()));
        contract.supersedes()
                .ifPresent(digest -> rows.add(new Row(
                        "Supersedes", "Version " + (contract.version() - 1) + " of this release, digest " + digest)));
        return rows;
    }

    static List<Row> terms(Contract contract) {
        var terms = contract.terms();
        var rows = new ArrayList<Row>();
        rows.add(new Row("Project", terms.project().title()));
        rows.add(new Row("Description", terms.project().description()));
        terms.project().character().ifPresent(part -> rows.add(new Row("Character", part)));
        rows.add(new Row("Purposes", Words.list(terms.purposes(), "none", Words::code)));
        rows.add(new Row("Media", Words.list(terms.media(), "none", Words::code)));
        rows.add(new Row("Territories", Words.list(terms.territories(), "none", Words::territory)));
        rows.add(new Row("Languages", Words.list(terms.languages(), "none", Words::language)));
        rows.add(new Row(
                "Period",
                Words.day(terms.period().firstDay()) + " to "
                        + Words.day(terms.period().lastDay()) + ", both included, in the time zone "
                        + terms.period().zone().getId()));
        rows.add(new Row(
                "Exclusions",
                inAnnex(terms.exclusions())
                        ? terms.exclusions().size() + " matters, listed in the annex"
                        : Words.list(terms.exclusions(), "none", text -> text)));
        rows.add(new Row("Sensitive content", Words.list(terms.sensitive(), "none allowed", Words::code)));
        rows.add(new Row("Training", terms.training() ? "allowed, for this release only" : "not allowed"));
        rows.add(new Row("Limits", limits(terms.limits())));
        rows.add(new Row("Approval of each use", approval(terms.approval())));
        pay(terms.compensation(), rows);
        speakers(terms, rows);
        rows.add(new Row("Revocation", notice(terms.revocation().noticeDays())));
        return rows;
    }

    static List<Row> signatures(Contract contract) {
        var studio = contract.studio().signatory();
        var talent = contract.talent();
        var capacity = contract.capacity() == Signatory.Capacity.SELF
                ? "for themselves"
                : "as " + Words.code(contract.capacity()) + " of " + talent.name();
        return List.of(
                new Row("For the studio", studio.name() + ", " + studio.title() + "\nAccount " + studio.person()),
                new Row(
                        "For the talent",
                        talent.signatoryName().orElse(talent.name()) + ", " + capacity + "\nAccount "
                                + talent.person()));
    }

    private static void pay(Compensation pay, List<Row> rows) {
        rows.add(new Row("Payment reference", pay.reference()));
        pay.currency().ifPresent(currency -> {
            pay.perRenderMinor().ifPresent(minor -> rows.add(new Row("Per result", Words.money(currency, minor))));
            pay.perMinuteMinor().ifPresent(minor -> rows.add(new Row("Per minute", Words.money(currency, minor))));
            pay.flatMinor().ifPresent(minor -> rows.add(new Row("Once", Words.money(currency, minor))));
        });
    }

    private static void speakers(Terms terms, List<Row> rows) {
        row("Counsel", terms.representation().counsel(), rows);
        row("Union", terms.representation().union(), rows);
        row("Collective agreement", terms.representation().agreement(), rows);
        rows.add(new Row("Rest during strikes", terms.strikeHold() ? "yes" : "no"));
    }

    private static void row(String label, Optional<String> value, List<Row> rows) {
        value.ifPresent(text -> rows.add(new Row(label, text)));
    }

    private static String limits(Terms.Limits limits) {
        var seconds =
                limits.seconds().map(most -> Words.length(Duration.ofSeconds(most)) + " of results together").stream();
        var renders = limits.renders().map(most -> most + (most == 1 ? " result" : " results")).stream();
        var all = Stream.concat(seconds, renders).toList();
        return Words.list(all, "none", text -> text);
    }

    private static String approval(Approval approval) {
        return switch (approval) {
            case NONE -> "not needed";
            case REVIEWER -> "by a reviewer of the studio";
            case TALENT -> "by the talent’s side";
        };
    }

    private static String notice(int days) {
        return days == 0 ? "at once" : "with " + days + (days == 1 ? " day’s notice" : " days’ notice");
    }
}
