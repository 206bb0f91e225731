package studio.selfsame.release.document;

import static studio.selfsame.release.document.Readers.oneOf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Territory;

/** Reads what is negotiated from JSON. */
final class TermsReader {
    private static final Function<String, String> AS_GIVEN = text -> text;
    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);
    /** Long enough for any text there is. */
    private static final String UNREAD_PROSE = "unread, and so nothing that anybody could sign";

    private static final Terms.Project NO_PROJECT = new Terms.Project("unread", UNREAD_PROSE, Optional.empty());
    private static final Terms.Period NO_PERIOD = new Terms.Period(SOME_DAY, SOME_DAY, ZoneOffset.UTC);
    private static final Terms.Limits NO_LIMITS = new Terms.Limits(Optional.empty(), Optional.empty());
    private static final Compensation NO_COMPENSATION =
            new Compensation("unread", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    /** Names a union, so that a strike hold is not held against it. */
    private static final Terms.Representation NO_REPRESENTATION =
            new Terms.Representation(Optional.empty(), Optional.of("unread"), Optional.empty());

    private static final Terms.Revocation NO_REVOCATION = new Terms.Revocation(0, UNREAD_PROSE);

    static final Terms UNREAD = new Terms(
            NO_PROJECT,
            Set.of(Purpose.EDUCATION),
            Set.of(Medium.ONLINE),
            Set.of(Territory.WORLD),
            Set.of(new Language("en")),
            NO_PERIOD,
            List.of(),
            Set.of(),
            false,
            NO_LIMITS,
            Approval.NONE,
            NO_COMPENSATION,
            NO_REPRESENTATION,
            false,
            NO_REVOCATION);

    private TermsReader() {}

    static Terms terms(JsonReading in) {
        var project = in.part("project", NO_PROJECT, TermsReader::project);
        var purposes = in.set("purposes", UNREAD.purposes(), oneOf(Purpose.values()));
        var media = in.set("media", UNREAD.media(), oneOf(Medium.values()));
        var territories = in.set("territories", UNREAD.territories(), Territory::new);
        var languages = in.set("languages", UNREAD.languages(), Language::new);
        var period = in.part("period", NO_PERIOD, TermsReader::period);
        var exclusions = in.list("exclusions", Exclusions.MOST, AS_GIVEN);
        var sensitive = in.set("sensitive", Set.of(), oneOf(ContentFlag.values()));
        boolean training = in.yes("training");
        var limits = in.part("limits", NO_LIMITS, TermsReader::limits);
        var approval = in.value("approval", Approval.NONE, oneOf(Approval.values()));
        var compensation = in.part("compensation", NO_COMPENSATION, TermsReader::compensation);
        var representation = in.part("representation", NO_REPRESENTATION, TermsReader::representation);
        boolean strikeHold = in.yes("strikeHold");
        var revocation = in.part("revocation", NO_REVOCATION, TermsReader::revocation);
        return in.whole(
                UNREAD,
                () -> new Terms(
                        project,
                        purposes,
                        media,
                        territories,
                        languages,
                        period,
                        exclusions,
                        sensitive,
                        training,
                        limits,
                        approval,
                        compensation,
                        representation,
                        strikeHold,
                        revocation));
    }

    private static Terms.Project project(JsonReading in) {
        var title = in.value("title", "unread", AS_GIVEN);
        var description = in.value("description", UNREAD_PROSE, AS_GIVEN);
        var character = in.maybe("character", AS_GIVEN);
        return in.whole(NO_PROJECT, () -> new Terms.Project(title, description, character));
    }

    private static Terms.Period period(JsonReading in) {
        var first = in.maybe("firstDay", Readers::day);
        var last = in.maybe("lastDay", Readers::day);
        in.required("firstDay");
        in.required("lastDay");
        var zone = in.value("zone", ZoneOffset.UTC, Readers::zone);
        // where one day cannot be read, the other stands for both
        var firstDay = first.or(() -> last).orElse(SOME_DAY);
        return in.whole(NO_PERIOD, () -> new Terms.Period(firstDay, last.orElse(firstDay), zone));
    }

    private static Terms.Limits limits(JsonReading in) {
        var seconds = in.maybeNumber("seconds").map(TermsReader::toInt);
        var renders = in.maybeNumber("renders").map(TermsReader::toInt);
        return in.whole(NO_LIMITS, () -> new Terms.Limits(seconds, renders));
    }

    private static Compensation compensation(JsonReading in) {
        var reference = in.value("reference", "unread", AS_GIVEN);
        var currency = in.maybe("currency", Readers::currency);
        var perRender = in.maybeNumber("perRenderMinor");
        var perMinute = in.maybeNumber("perMinuteMinor");
        var flat = in.maybeNumber("flatMinor");
        return in.whole(NO_COMPENSATION, () -> new Compensation(reference, currency, perRender, perMinute, flat));
    }

    private static Terms.Representation representation(JsonReading in) {
        var counsel = in.maybe("counsel", AS_GIVEN);
        var union = in.maybe("union", AS_GIVEN);
        var agreement = in.maybe("agreement", AS_GIVEN);
        return in.whole(NO_REPRESENTATION, () -> new Terms.Representation(counsel, union, agreement));
    }

    private static Terms.Revocation revocation(JsonReading in) {
        int noticeDays = toInt(in.number("noticeDays", 0));
        var terms = in.value("terms", UNREAD_PROSE, AS_GIVEN);
        return in.whole(NO_REVOCATION, () -> new Terms.Revocation(noticeDays, terms));
    }

    /** Out of range stays out of range. */
    static int toInt(long number) {
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
