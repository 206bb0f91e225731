package studio.selfsame.release.document;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Term;
import studio.selfsame.policy.Territory;

/**
 * What is negotiated: all of a release but who the parties are. Sets are kept in one order, whatever order they came in.
 *
 * @param purposes at least one
 * @param media at least one
 * @param territories at least one; {@link Territory#WORLD} stands alone
 * @param languages at least one, 200 at most
 * @param exclusions what the likeness may have nothing to do with, as typed, 500 at most; each is a {@link Term}
 * @param sensitive kinds of sensitive content that are allowed
 * @param training a model may be trained for this release
 * @param approval who must agree to each single use
 * @param strikeHold the release rests while the union that {@code representation} names is on strike
 */
public record Terms(
        Project project,
        Set<Purpose> purposes,
        Set<Medium> media,
        Set<Territory> territories,
        Set<Language> languages,
        Period period,
        List<String> exclusions,
        Set<ContentFlag> sensitive,
        boolean training,
        Limits limits,
        Approval approval,
        Compensation compensation,
        Representation representation,
        boolean strikeHold,
        Revocation revocation) {

    /** @throws InvalidContractException with everything at once that contradicts itself */
    public Terms {
        purposes = InOrder.of(purposes, Codes::of);
        media = InOrder.of(media, Codes::of);
        territories = InOrder.of(territories, Territory::code);
        languages = InOrder.of(languages, Language::tag);
        sensitive = InOrder.of(sensitive, Codes::of);
        var faults = new Faults();
        exclusions = Exclusions.checked(exclusions, project, faults);
        TermsRules.check(purposes, media, territories, languages, sensitive, faults);
        faults.when(
                strikeHold && representation.union().isEmpty(),
                "strikeHold",
                "A release can rest during strikes only where it names the union, in `representation.union`.");
        faults.check();
    }

    /** @throws InvalidContractException as {@link Contract#read} */
    public static Terms read(String json) {
        return ContractReader.terms(json);
    }

    /** RFC 8785; as it stands in the contract under {@code terms}. */
    public String canonicalJson() {
        return CanonicalJson.of(ContractWriter.terms(this));
    }

    /** {@link #exclusions} as the policy compares them. */
    public Set<Term> excludedTerms() {
        return exclusions.stream().map(Term::new).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What the likeness is for.
     *
     * @param title as typed, 1 to 120 characters
     * @param description of the uses, reasonably specific, 40 to 4000 characters
     * @param character the part that is played, 1 to 120 characters
     */
    public record Project(String title, String description, Optional<String> character) {
        public Project {
            var faults = new Faults();
            title = Wording.term(title, "title", faults);
            description = Wording.prose(description, 40, 4000, "description", faults);
            character = character.map(given -> Wording.name(given, 1, 120, "character", faults));
            faults.check();
        }

        /** The title as the policy compares it. */
        public Term term() {
            return new Term(title);
        }
    }

    /**
     * @param firstDay from the year 2000
     * @param lastDay included; ten years after {@code firstDay} at most, less a day
     * @param zone where the days are counted
     */
    public record Period(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        public static final int MOST_YEARS = 10;

        public Period {
            var faults = new Faults();
            faults.when(
                    firstDay.getYear() < 2000 || firstDay.getYear() > 2999,
                    "firstDay",
                    "A release begins in the years 2000 to 2999.");
            faults.when(
                    lastDay.isBefore(firstDay),
                    "lastDay",
                    "A release cannot end (" + lastDay + ") before it begins (" + firstDay + ").");
            // of the years named above, so that the sum exists
            faults.when(
                    faults.none() && !lastDay.isBefore(firstDay.plusYears(MOST_YEARS)),
                    "lastDay",
                    "A release lasts ten years at most: one that begins on " + firstDay + " ends no later than "
                            + lastPossible(firstDay) + ".");
            faults.check();
        }

        private static LocalDate lastPossible(LocalDate firstDay) {
            return firstDay.getYear() > 2999
                    ? firstDay
                    : firstDay.plusYears(MOST_YEARS).minusDays(1);
        }
    }

    /**
     * How much may be made; empty: as much as fits the rest.
     *
     * @param seconds of all results together, from 1
     * @param renders from 1
     */
    public record Limits(Optional<Integer> seconds, Optional<Integer> renders) {
        public Limits {
            var faults = new Faults();
            faults.when(
                    seconds.filter(limit -> limit < 1).isPresent(),
                    "seconds",
                    "A limit is 1 second or more; leave it out where there is none.");
            faults.when(
                    renders.filter(limit -> limit < 1).isPresent(),
                    "renders",
                    "A limit is 1 render or more; leave it out where there is none.");
            faults.check();
        }
    }

    /**
     * Who speaks for the talent; each 2 to 120 characters.
     *
     * @param agreement the collective agreement that applies; needs {@code union}
     */
    public record Representation(Optional<String> counsel, Optional<String> union, Optional<String> agreement) {
        public Representation {
            var faults = new Faults();
            counsel = counsel.map(given -> Wording.name(given, 2, 120, "counsel", faults));
            union = union.map(given -> Wording.name(given, 2, 120, "union", faults));
            agreement = agreement.map(given -> Wording.name(given, 2, 120, "agreement", faults));
            faults.when(
                    agreement.isPresent() && union.isEmpty(),
                    "agreement",
                    "A collective agreement is named together with its union, in `union`.");
            faults.check();
        }

        /** Counsel is a person: names stay off logs. */
        @Override
        public String toString() {
            return "Representation[hidden]";
        }
    }

    /**
     * How the talent can end the release early.
     *
     * @param noticeDays 0 to 90; 0: at once
     * @param terms what becomes of what was made before, 20 to 4000 characters
     */
    public record Revocation(int noticeDays, String terms) {
        public Revocation {
            var faults = new Faults();
            faults.when(noticeDays < 0 || noticeDays > 90, "noticeDays", "A notice runs for 0 to 90 days.");
            terms = Wording.prose(terms, 20, 4000, "terms", faults);
            faults.check();
        }
    }
}
