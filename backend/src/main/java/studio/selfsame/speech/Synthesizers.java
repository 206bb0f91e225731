package studio.selfsame.speech;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.selfsame.problem.ProblemException;

/** The speech engines this studio has, by name. Plugging one in means adding a {@link SpeechSynthesizer} bean. */
@Component
public class Synthesizers {
    private final List<SpeechSynthesizer> engines;
    private final SpeechSynthesizer chosen;

    Synthesizers(List<SpeechSynthesizer> engines, SpeechSettings settings) {
        this.engines = List.copyOf(engines);
        this.chosen = engines.stream()
                .filter(engine -> engine.name().equals(settings.synthesizer()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("selfsame.speech.synthesizer is `" + settings.synthesizer()
                        + "`; allowed: " + String.join(", ", names())));
    }

    /** Names of all engines, in the order they were found. */
    public List<String> names() {
        return engines.stream().map(SpeechSynthesizer::name).toList();
    }

    /**
     * The engine that speaks this language: the configured one if it does, else the first that does. A locale without a
     * country means the language's first variety on offer. Throws a {@link ProblemException} that lists what is
     * offered when none does.
     */
    public Choice forLanguage(Locale language) {
        Choice preferred = offer(chosen, language);
        if (preferred != null) {
            return preferred;
        }
        for (SpeechSynthesizer engine : engines) {
            Choice offered = offer(engine, language);
            if (offered != null) {
                return offered;
            }
        }
        throw ProblemException.unusable(
                "speech",
                "No voice here speaks `" + language.toLanguageTag() + "`.",
                "Nothing was spoken.",
                "Choose one of: " + offeredLanguages() + ".");
    }

    private String offeredLanguages() {
        return engines.stream()
                .flatMap(engine -> engine.languages().stream())
                .map(Locale::toLanguageTag)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Choice offer(SpeechSynthesizer engine, Locale wanted) {
        return engine.languages().stream()
                .filter(offered -> offered.getLanguage().equals(wanted.getLanguage())
                        && (wanted.getCountry().isEmpty()
                                || offered.getCountry().equals(wanted.getCountry())))
                .findFirst()
                .map(offered -> new Choice(engine, offered))
                .orElse(null);
    }

    /** @param language the exact variety that will be spoken */
    public record Choice(SpeechSynthesizer engine, Locale language) {}
}
