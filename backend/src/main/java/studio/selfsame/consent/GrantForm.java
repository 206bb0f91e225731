package studio.selfsame.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/**
 * The boxes, ticked or not; each must be sent, none is guessed.
 *
 * @param textSha256 hash of the text that was shown, in whatever language
 */
record GrantForm(
        @Nullable UUID likenessId,
        boolean create,
        boolean use,
        boolean face,
        boolean voice,
        boolean training,
        @Nullable String textSha256) {

    Optional<LikenessId> likeness() {
        return Optional.ofNullable(likenessId).map(LikenessId::new);
    }

    /**
     * Throws with everything that is wrong at once.
     *
     * @return the text that was shown: the current one, in the language that its hash tells
     */
    ConsentText check() {
        var shown = ConsentTexts.currentOf(textSha256);
        var causes = new ArrayList<String>();
        if (!create && !use) {
            causes.add("Neither `create` nor `use` is ticked, so there is nothing to grant.");
        }
        if ((create || use) && !face) {
            causes.add("A likeness cannot be made or used without the box `face`.");
        }
        if (create && !training) {
            causes.add("A likeness cannot be created without the box `training`.");
        }
        boolean stale = shown.isEmpty();
        if (stale) {
            causes.add("The boxes were not ticked beside the current consent text.");
        }
        if (!causes.isEmpty()) {
            throw new ProblemException(
                    stale ? ProblemException.Kind.CONFLICT : ProblemException.Kind.UNUSABLE,
                    new Problem(
                            "consent",
                            String.join(" ", causes),
                            "Nothing was granted.",
                            stale
                                    ? "Read the current consent text and decide anew."
                                    : "Tick the boxes you agree with."));
        }
        return shown.orElseThrow();
    }

    List<Grant> grants(LikenessId likeness, ConsentText text, Instant at) {
        var grants = new ArrayList<Grant>();
        if (create) {
            grants.add(grant(Grant.Kind.CREATE, likeness, text, at));
        }
        if (use) {
            grants.add(grant(Grant.Kind.USE, likeness, text, at));
        }
        return grants;
    }

    private Grant grant(Grant.Kind kind, LikenessId likeness, ConsentText text, Instant at) {
        return new Grant(
                UUID.randomUUID(),
                likeness,
                kind,
                face,
                voice,
                training,
                text.version(),
                text.language(),
                text.sha256(),
                at);
    }
}
