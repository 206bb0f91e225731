package studio.selfsame.policy;

import static studio.selfsame.policy.JsonFacts.oneOf;
import static studio.selfsame.policy.JsonFacts.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads a release, and what is wanted under one, from the JSON of a request. */
final class ReleaseReader {
    private static final Function<String, LocalDate> DAY = time(LocalDate::parse, "2026-11-23");
    private static final Function<String, Duration> LENGTH = time(Duration::parse, "PT1M30S");
    private static final Function<String, ContentFlag> FLAG = oneOf(ContentFlag.values(), ContentFlag::cedarText);
    private static final Function<String, Purpose> PURPOSE = oneOf(Purpose.values(), Purpose::cedarText);
    private static final Function<String, Medium> MEDIUM = oneOf(Medium.values(), Medium::cedarText);
    private static final Term UNREAD = new Term("unread");

    private ReleaseReader() {}

    static Optional<ReleaseFacts> release(JsonFacts in) {
        var id = in.id("id");
        var likeness = in.id("likeness");
        var organisation = in.id("organisation");
        var signatory = in.part("signatory", ReleaseReader::signatory);
        boolean studioSigned = in.yes("studioSigned");
        boolean talentSigned = in.yes("talentSigned");
        var period = in.part("period", ReleaseReader::period);
        var suspension = in.maybe("suspended", oneOf(Suspension.values(), Suspension::cedarText))
                .orElse(Suspension.NO);
        var terms = in.part("terms", ReleaseReader::releaseTerms);
        return in.whole(() -> new ReleaseFacts(
                id,
                likeness,
                organisation,
                signatory.orElseThrow(),
                studioSigned,
                talentSigned,
                period.orElseThrow(),
                suspension,
                terms.orElseThrow()));
    }

    static Optional<UseTerms> terms(JsonFacts in) {
        var purpose = in.value("purpose", Purpose.INTERNAL, PURPOSE);
        var medium = in.value("medium", Medium.INTRANET, MEDIUM);
        var territories = in.requiredSet("territories", Territory::new);
        var languages = in.requiredSet("languages", Language::new);
        var project = in.value("project", UNREAD, Term::new);
        var topics = in.set("topics", Term::new);
        var length = in.value("length", Duration.ZERO, LENGTH);
        var approvedBy = in.has("approvedBy") ? Optional.of(in.id("approvedBy")) : Optional.<UUID>empty();
        return in.whole(
                () -> new UseTerms(purpose, medium, territories, languages, project, topics, length, approvedBy));
    }

    private static Optional<Signatory> signatory(JsonFacts in) {
        var person = in.id("person");
        var capacity = in.value(
                "capacity", Signatory.Capacity.SELF, oneOf(Signatory.Capacity.values(), Signatory.Capacity::cedarText));
        boolean proven = in.yes("proven", false);
        return in.whole(() -> new Signatory(person, capacity, proven));
    }

    private static Optional<ReleasePeriod> period(JsonFacts in) {
        var first = in.value("firstDay", LocalDate.EPOCH, DAY);
        var last = in.value("lastDay", LocalDate.EPOCH, DAY);
        var revokedFrom = in.maybe("revokedFrom", DAY);
        var zone = in.value("zone", ZoneOffset.UTC, time(text -> ZoneId.of(text.toString()), "Europe/Berlin"));
        return in.whole(() -> new ReleasePeriod(first, last, revokedFrom, zone));
    }

    private static Optional<ReleaseTerms> releaseTerms(JsonFacts in) {
        var purposes = in.requiredSet("purposes", PURPOSE);
        var media = in.requiredSet("media", MEDIUM);
        var territories = in.requiredSet("territories", Territory::new);
        var languages = in.requiredSet("languages", Language::new);
        var project = in.value("project", UNREAD, Term::new);
        var exclusions = in.set("exclusions", Term::new);
        var sensitive = in.set("sensitive", FLAG);
        boolean training = in.yes("training");
        var timeLeft = in.maybe("timeLeft", LENGTH);
        var rendersLeft = in.has("rendersLeft") ? Optional.of(in.number("rendersLeft")) : Optional.<Integer>empty();
        var approval = in.value("approval", Approval.NONE, oneOf(Approval.values(), Approval::cedarText));
        return in.whole(() -> new ReleaseTerms(
                purposes,
                media,
                territories,
                languages,
                project,
                exclusions,
                sensitive,
                training,
                timeLeft,
                rendersLeft,
                approval));
    }
}
