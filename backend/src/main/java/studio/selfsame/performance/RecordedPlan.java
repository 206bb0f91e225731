package studio.selfsame.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.problem.ProblemException;

/**
 * A request that makes sense.
 *
 * @param script the new words of a re-lipped video
 * @param parts names of the files that must come with it
 */
record RecordedPlan(
        LikenessId likeness,
        PerformanceKind kind,
        Voice voice,
        Optional<Rest> rest,
        Locale language,
        Optional<String> script,
        List<String> parts) {
    private static final List<String> KINDS = List.of("sound", "take", "relip");
    private static final List<String> VOICES = List.of("own", "other");
    private static final List<String> RESTS = List.of("play-on", "cut");

    RecordedPlan {
        parts = List.copyOf(parts);
    }

    /** @throws ProblemException with all that is wrong with it */
    static RecordedPlan of(RecordedRequest asked) {
        List<String> faults = new ArrayList<>();
        UUID likeness = asked.likenessId();
        if (likeness == null) {
            faults.add("`likenessId` is missing.");
        }
        if (asked.releaseUseId() != null) {
            faults.add("A talent release binds the words of a script, so no recording can be used under one.");
        }
        allowed(faults, "kind", asked.kind(), KINDS, true);
        Locale language = Locale.forLanguageTag(asked.language() == null ? "" : asked.language());
        if (language.getLanguage().isEmpty()) {
            faults.add("`language` must be a language tag, e.g. `en-US`.");
        }
        boolean relip = "relip".equals(asked.kind());
        boolean scripted = relip && asked.script() != null;
        boolean sounds = "sound".equals(asked.kind()) || (relip && !scripted);
        if (asked.script() != null && !relip) {
            faults.add("`script` goes with a `relip` only.");
        }
        if (sounds) {
            allowed(faults, "voice", asked.voice(), VOICES, true);
        } else if (asked.voice() != null) {
            faults.add("`voice` goes with a part `sound` only.");
        }
        allowed(faults, "rest", asked.rest(), RESTS, false);
        if (asked.rest() != null && !relip) {
            faults.add("`rest` goes with a `relip` only.");
        }
        if (likeness == null || !faults.isEmpty()) {
            throw unusable(faults);
        }
        PerformanceKind kind = PerformanceKind.of(Objects.requireNonNull(asked.kind()));
        return new RecordedPlan(
                new LikenessId(likeness),
                kind,
                voice(asked.voice(), scripted),
                relip ? Optional.of(asked.rest() == null ? Rest.PLAY_ON : Rest.of(asked.rest())) : Optional.empty(),
                language,
                Optional.ofNullable(asked.script()),
                parts(kind, scripted));
    }

    private static List<String> parts(PerformanceKind kind, boolean scripted) {
        return switch (kind) {
            case SOUND -> List.of(RecordedRequest.SOUND);
            case TAKE -> List.of(RecordedRequest.TAKE);
            case RELIP ->
                scripted ? List.of(RecordedRequest.VIDEO) : List.of(RecordedRequest.VIDEO, RecordedRequest.SOUND);
            case SCRIPT -> List.of();
        };
    }

    /** Who is seen in a take is heard in it. */
    private static Voice voice(@Nullable String asked, boolean scripted) {
        if (scripted) {
            return Voice.SYNTHETIC;
        }
        return asked == null ? Voice.OWN : Voice.of(asked);
    }

    private static void allowed(
            List<String> faults, String name, @Nullable String value, List<String> allowed, boolean needed) {
        if (value == null ? needed : !allowed.contains(value)) {
            faults.add("`%s` must be one of: %s.".formatted(name, String.join(", ", allowed)));
        }
    }

    private static ProblemException unusable(List<String> faults) {
        return ProblemException.unusable(
                "performance",
                String.join(" ", faults),
                "Nothing was stored.",
                "Change what is named and send it again, the part `performance` before the files.");
    }
}
