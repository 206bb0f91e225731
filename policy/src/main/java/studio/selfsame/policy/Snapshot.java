package studio.selfsame.policy;

import java.util.Collection;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/** A request as text: every fact, each in one form only, sets in order. */
final class Snapshot {
    private final StringJoiner lines = new StringJoiner("\n");

    private Snapshot() {}

    static String of(PolicyRequest request) {
        var snapshot = new Snapshot();
        snapshot.line("action", request.action().cedarId());
        snapshot.line("at", request.at());
        snapshot.requester(request.requester());
        snapshot.likeness(request.likeness());
        switch (request.matter()) {
            case Matter.Use use -> snapshot.use(use);
            case Matter.Step step -> {
                snapshot.release(step.release(), request);
                snapshot.line("useAskedBy", step.useAskedBy());
            }
        }
        if (request.matter() instanceof Matter.Use(var content, var under, var output) && under.isPresent()) {
            snapshot.release(under.get().release(), request);
            snapshot.terms(under.get().terms());
        }
        return snapshot.lines.toString();
    }

    private void requester(Requester requester) {
        line("person", requester.id());
        line(
                "verification",
                switch (requester.verification()) {
                    case Verification.None() -> "none";
                    case Verification.Approved approved -> approved.daysBegun() + "d";
                });
        set("roles", requester.roles(), PolicyRole::cedarText);
        line(
                "signIn",
                switch (requester.authentication()) {
                    case Authentication.Unattended() -> "unattended";
                    case Authentication.SignedIn in ->
                        "level " + in.level() + ", " + in.secondsBegun() + "s"
                                + (in.canStepUp() ? ", can step up" : "");
                });
        line("organisation", requester.membership().map(Membership::organisation));
        requester.membership().ifPresent(of -> set("organisationRoles", of.roles(), OrganisationRole::cedarText));
    }

    private void likeness(LikenessFacts facts) {
        line("likeness", facts.id());
        line("owner", facts.owner());
        line("state", facts.state().cedarText());
        line("create", facts.createGranted());
        line("use", facts.useGranted());
        line("age", facts.age().cedarText());
        line("deceased", facts.deceased());
        line("publicFigure", facts.publicFigure().cedarText());
        line("onHold", facts.onHold());
        line("takenDown", facts.takenDown());
    }

    private void use(Matter.Use use) {
        line("contentDeclared", use.content() instanceof Content.Declared);
        set("content", use.content().all(), ContentFlag::cedarText);
        line(
                "output",
                use.output()
                        .map(marks -> "watermarked " + marks.watermarked() + ", labelled " + marks.labelled()
                                + ", credentialed " + marks.credentialed()));
    }

    private void release(ReleaseFacts release, PolicyRequest request) {
        line("release", release.id());
        line("release.likeness", release.likeness());
        line("release.organisation", release.organisation());
        line("release.signatory", release.signatory().person());
        line("release.capacity", release.signatory().capacity().cedarText());
        line("release.capacityProven", release.signatory().proven());
        line("release.studioSigned", release.studioSigned());
        line("release.talentSigned", release.talentSigned());
        line("release.firstDay", release.period().firstDay());
        line("release.lastDay", release.period().lastDay());
        line("release.revokedFrom", release.period().revokedFrom());
        line("release.zone", release.period().zone());
        line("release.today", release.period().dayAt(request.at()));
        line("release.suspended", release.suspension().cedarText());
        var terms = release.terms();
        set("release.purposes", terms.purposes(), Purpose::cedarText);
        set("release.media", terms.media(), Medium::cedarText);
        set("release.territories", terms.territories(), Territory::code);
        set("release.languages", terms.languages(), Language::tag);
        line("release.project", quoted(terms.project()));
        set("release.exclusions", terms.exclusions(), Snapshot::quoted);
        set("release.sensitive", terms.sensitive(), ContentFlag::cedarText);
        line("release.training", terms.training());
        line("release.timeLeft", terms.timeLeft());
        line("release.rendersLeft", terms.rendersLeft());
        line("release.approval", terms.approval().cedarText());
    }

    private void terms(UseTerms terms) {
        line("purpose", terms.purpose().cedarText());
        line("medium", terms.medium().cedarText());
        set("territories", terms.territories(), Territory::code);
        set("languages", terms.languages(), Language::tag);
        line("project", quoted(terms.project()));
        set("topics", terms.topics(), Snapshot::quoted);
        line("length", terms.length());
        line("approvedBy", terms.approvedBy());
    }

    /** Terms have no line ends; what ends one is escaped, so that no two sets read alike. */
    private static String quoted(Term term) {
        return '"' + term.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void line(String name, Object value) {
        lines.add(name + "="
                + (value instanceof Optional<?> optional
                        ? optional.map(Object::toString).orElse("none")
                        : value));
    }

    private <T> void set(String name, Collection<T> values, Function<T, String> text) {
        line(name, String.join(",", values.stream().map(text).sorted().toList()));
    }
}
