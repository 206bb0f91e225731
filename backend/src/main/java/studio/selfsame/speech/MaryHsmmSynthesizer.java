package studio.selfsame.speech;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/**
 * US English by hidden semi-Markov models: MaryTTS 5.2.1 with the voice cmu-slt-hsmm, pure Java, offline. The same text
 * gives the same samples. One text is spoken at a time.
 */
@Component
final class MaryHsmmSynthesizer implements SpeechSynthesizer {
    private static final int SILENCE_BEFORE_MS = 300;
    private static final int SILENCE_AFTER_MS = 100;
    private static final int PARAGRAPH_PAUSE_MS = 300;

    private final SpeechSettings settings;
    private @Nullable MaryVoice voice;

    MaryHsmmSynthesizer(SpeechSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "marytts-hsmm";
    }

    @Override
    public List<Locale> languages() {
        return List.of(Locale.US);
    }

    @Override
    public Utterance speak(String text, Locale language) {
        return speak(text, language, fraction -> {});
    }

    @Override
    public synchronized Utterance speak(String text, Locale language, DoubleConsumer progress) {
        List<Sentence> sentences = sentencesOf(text, language);
        MaryVoice speaker = started();
        UtteranceBuilder utterance = new UtteranceBuilder(speaker.sampleRateHz());
        utterance.silence(SILENCE_BEFORE_MS);
        for (int i = 0; i < sentences.size(); i++) {
            progress.accept((double) i / sentences.size());
            utterance.add(spoken(speaker, sentences.get(i)));
            boolean last = i == sentences.size() - 1;
            if (sentences.get(i).endsParagraph() && !last) {
                utterance.silence(PARAGRAPH_PAUSE_MS);
            }
        }
        utterance.silence(SILENCE_AFTER_MS);
        progress.accept(1);
        return utterance.build();
    }

    @Override
    public void check(String text, Locale language) {
        sentencesOf(text, language);
    }

    private List<Sentence> sentencesOf(String text, Locale language) {
        if (!languages().contains(language)) {
            throw ProblemException.unusable(
                    "speech",
                    "This voice does not speak `" + language.toLanguageTag() + "`.",
                    "Nothing was spoken.",
                    "Choose `en-US`.");
        }
        if (text.codePointCount(0, text.length()) > settings.maxCharacters()) {
            throw ProblemException.unusable(
                    "speech",
                    "The script has %,d characters; at most %,d can be spoken at once."
                            .formatted(text.codePointCount(0, text.length()), settings.maxCharacters()),
                    "Nothing was spoken.",
                    "Shorten it or make several performances of it.");
        }
        List<Sentence> sentences = EnglishText.sentences(ScriptCharacters.plain(text));
        if (sentences.isEmpty()) {
            throw ProblemException.unusable(
                    "speech", "The script holds nothing to say.", "Nothing was spoken.", "Write at least one word.");
        }
        return sentences;
    }

    private static SpokenSentence spoken(MaryVoice speaker, Sentence sentence) {
        try {
            return speaker.speak(sentence);
        } catch (Exception e) {
            String words = String.join(
                    " ", sentence.words().stream().map(SpokenWord::written).toList());
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    new Problem(
                            "speech",
                            "The voice could not say `" + words.strip() + "`.",
                            "Nothing was spoken.",
                            "Write that sentence differently."),
                    e);
        }
    }

    private MaryVoice started() {
        MaryVoice present = voice;
        if (present == null) {
            present = MaryVoice.start();
            voice = present;
        }
        return present;
    }
}
