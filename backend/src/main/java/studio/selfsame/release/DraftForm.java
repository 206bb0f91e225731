package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rights manager writes: the contract as far as it is theirs to say, in the contract's own words and codes. Nothing is
 * taken for granted here; the contract's reader tells everything that is wrong with it.
 *
 * @param template id of one of the templates
 * @param likeness whose use the release is about, where that is known already
 * @param capacity as what somebody signs on the talent's side
 */
@Schema(name = "ReleaseDraft")
record DraftForm(
        @Nullable String template,
        @Nullable UUID likeness,
        @Nullable Studio studio,
        @Nullable Talent talent,

        @Schema(allowableValues = {"self", "guardian", "estate"}) @Nullable String capacity,

        @Nullable TermsForm terms) {

    @Schema(name = "ReleaseDraftStudio")
    record Studio(@Nullable String address, @Nullable Signatory signatory) {
        @Override
        public String toString() {
            return "Studio[hidden]";
        }
    }

    /** @param person a rights manager of the organisation; missing: whoever writes this */
    @Schema(name = "ReleaseDraftSignatory")
    record Signatory(
            @Nullable UUID person,
            @Nullable String name,
            @Nullable String title) {
        @Override
        public String toString() {
            return "Signatory[hidden]";
        }
    }

    /** @param signatoryName of who signs, where that is not the talent: a guardian's or an estate's */
    @Schema(name = "ReleaseDraftTalent")
    record Talent(
            @Nullable String name,
            @Nullable String stageName,
            @Nullable String signatoryName) {
        @Override
        public String toString() {
            return "Talent[hidden]";
        }
    }

    @Schema(name = "ReleaseDraftTerms")
    record TermsForm(
            @Nullable Project project,
            @Nullable List<@Nullable String> purposes,
            @Nullable List<@Nullable String> media,
            @Nullable List<@Nullable String> territories,
            @Nullable List<@Nullable String> languages,
            @Nullable Period period,
            @Nullable List<@Nullable String> exclusions,
            @Nullable List<@Nullable String> sensitive,
            @Nullable Boolean training,
            @Nullable Limits limits,

            @Schema(allowableValues = {"none", "reviewer", "talent"}) @Nullable String approval,

            @Nullable Payment compensation,
            @Nullable Representation representation,
            @Nullable Boolean strikeHold,
            @Nullable Ending revocation) {}

    @Schema(name = "ReleaseDraftProject")
    record Project(
            @Nullable String title,
            @Nullable String description,
            @Nullable String character) {}

    @Schema(name = "ReleaseDraftPeriod")
    record Period(
            @Nullable String firstDay,
            @Nullable String lastDay,
            @Nullable String zone) {}

    @Schema(name = "ReleaseDraftLimits")
    record Limits(@Nullable Long seconds, @Nullable Long renders) {}

    @Schema(name = "ReleaseDraftCompensation")
    record Payment(
            @Nullable String reference,
            @Nullable String currency,
            @Nullable Long perRenderMinor,
            @Nullable Long perMinuteMinor,
            @Nullable Long flatMinor) {}

    @Schema(name = "ReleaseDraftRepresentation")
    record Representation(
            @Nullable String counsel,
            @Nullable String union,
            @Nullable String agreement) {
        @Override
        public String toString() {
            return "Representation[hidden]";
        }
    }

    @Schema(name = "ReleaseDraftRevocation")
    record Ending(@Nullable Long noticeDays, @Nullable String terms) {}

    /** Names stay off logs. */
    @Override
    public String toString() {
        return "DraftForm[" + template + "]";
    }
}
