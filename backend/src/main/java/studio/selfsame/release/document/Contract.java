package studio.selfsame.release.document;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import studio.selfsame.policy.ReleasePeriod;
import studio.selfsame.policy.ReleaseTerms;
import studio.selfsame.policy.Signatory;

/**
 * One version of a talent release, complete: what both sides sign.
 *
 * @param version from 1
 * @param supersedes {@link ContractDigest} of the version before, 64 hex digits; empty exactly for version 1
 * @param capacity as what somebody signs on the talent's side
 */
public record Contract(
        UUID release,
        int version,
        Optional<String> supersedes,
        TemplateReference template,
        Studio studio,
        Talent talent,
        Signatory.Capacity capacity,
        Terms terms) {
    public static final String FORMAT = "selfsame talent release 1";

    /** @throws InvalidContractException with everything at once that does not fit together */
    public Contract {
        var faults = new Faults();
        faults.when(version < 1, "version", "Versions count from 1.");
        faults.when(version == 1 && supersedes.isPresent(), "supersedes", "The first version supersedes no other.");
        faults.when(
                version > 1 && supersedes.isEmpty(),
                "supersedes",
                "A later version names the digest of the one before it.");
        faults.when(
                supersedes.filter(digest -> !Hex.isSha256(digest)).isPresent(),
                "supersedes",
                "A digest has 64 hexadecimal digits in lower case.");
        boolean self = capacity == Signatory.Capacity.SELF;
        faults.when(
                self && talent.signatoryName().isPresent(),
                "talent.signatoryName",
                "Who signs for themselves is named once, in `name`.");
        faults.when(
                !self && talent.signatoryName().isEmpty(),
                "talent.signatoryName",
                "Who signs for the talent is named here.");
        faults.check();
    }

    /**
     * @throws InvalidContractException with everything at once that is wrong with it, the JSON included; longer text than 16
     *     million characters is not even looked at
     */
    public static Contract read(String json) {
        return ContractReader.contract(json);
    }

    /** RFC 8785: the same contract has the same text, character for character. */
    public String canonicalJson() {
        return CanonicalJson.of(ContractWriter.contract(this));
    }

    /** @param revokedFrom the first day on which it is revoked, its notice having run */
    public ReleasePeriod period(Optional<LocalDate> revokedFrom) {
        var period = terms.period();
        return new ReleasePeriod(period.firstDay(), period.lastDay(), revokedFrom, period.zone());
    }

    /**
     * As the policy asks for them.
     *
     * @param timeLeft of {@link Terms.Limits#seconds}; empty where there is no such limit
     * @param rendersLeft of {@link Terms.Limits#renders}; empty where there is no such limit
     */
    public ReleaseTerms terms(Optional<Duration> timeLeft, Optional<Integer> rendersLeft) {
        return new ReleaseTerms(
                terms.purposes(),
                terms.media(),
                terms.territories(),
                terms.languages(),
                terms.project().term(),
                terms.excludedTerms(),
                terms.sensitive(),
                terms.training(),
                timeLeft,
                rendersLeft,
                terms.approval());
    }

    /**
     * Which clauses apply.
     *
     * @param id such as {@code rider}
     * @param version from 1
     * @param language BCP 47
     * @param sha256 of the template's file, 64 hex digits
     */
    public record TemplateReference(String id, int version, String language, String sha256) {
        private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

        public TemplateReference {
            var faults = new Faults();
            faults.when(
                    !ID.matcher(id).matches(), "id", "A template's id has 1 to 40 small letters, digits or hyphens.");
            faults.when(version < 1, "version", "Versions count from 1.");
            faults.when(!language.equals("en"), "language", "Templates are written in `en` only.");
            faults.when(!Hex.isSha256(sha256), "sha256", "A digest has 64 hexadecimal digits in lower case.");
            faults.check();
        }
    }

    /**
     * @param name 2 to 120 characters
     * @param address 5 to 400 characters, several lines
     */
    public record Studio(UUID organisation, String name, String address, StudioSignatory signatory) {
        public Studio {
            var faults = new Faults();
            name = Wording.name(name, 2, 120, "name", faults);
            address = Wording.prose(address, 5, 400, "address", faults);
            faults.check();
        }
    }

    /**
     * Who signs for the studio.
     *
     * @param name 2 to 120 characters
     * @param title what they are there, 2 to 120 characters
     */
    public record StudioSignatory(UUID person, String name, String title) {
        public StudioSignatory {
            var faults = new Faults();
            name = Wording.name(name, 2, 120, "name", faults);
            title = Wording.name(title, 2, 120, "title", faults);
            faults.check();
        }

        /** Names stay off logs. */
        @Override
        public String toString() {
            return "StudioSignatory[" + person + "]";
        }
    }

    /**
     * @param person who signs on the talent's side
     * @param likeness whose use the release is about
     * @param name the talent's legal name, 2 to 120 characters
     * @param signatoryName of who signs, where that is not the talent: present exactly for a guardian or an estate
     */
    public record Talent(
            UUID person, UUID likeness, String name, Optional<String> stageName, Optional<String> signatoryName) {
        public Talent {
            var faults = new Faults();
            name = Wording.name(name, 2, 120, "name", faults);
            stageName = stageName.map(given -> Wording.name(given, 1, 120, "stageName", faults));
            signatoryName = signatoryName.map(given -> Wording.name(given, 2, 120, "signatoryName", faults));
            faults.check();
        }

        /** Names stay off logs. */
        @Override
        public String toString() {
            return "Talent[" + person + "]";
        }
    }

    /** Names stay off logs. */
    @Override
    public String toString() {
        return "Contract[" + release + ", version " + version + "]";
    }
}
