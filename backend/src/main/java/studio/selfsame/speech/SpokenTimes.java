package studio.selfsame.speech;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Reads phone and word times out of the engine's MaryXML. The {@code end} attributes leave the pauses out, so times are
 * the running sum of the durations of sounds ({@code ph/@d}) and pauses ({@code boundary/@duration}).
 */
final class SpokenTimes {
    private final Sentence sentence;
    private final int samplesPerMs;
    private final List<SpokenSentence.Sound> sounds = new ArrayList<>();
    private final List<SpokenSentence.Span> words = new ArrayList<>();
    private int now;
    private int word = -1;
    private int wordStart;
    private int wordEnd;

    SpokenTimes(Sentence sentence, int sampleRateHz) {
        this.sentence = sentence;
        this.samplesPerMs = sampleRateHz / 1000;
    }

    SpokenSentence read(Element root, float[] samples) {
        visit(root);
        endWord();
        return new SpokenSentence(samples, List.copyOf(sounds), List.copyOf(words));
    }

    private void visit(Element element) {
        switch (element.getTagName()) {
            case "t" -> {
                if (element.hasAttribute(MaryXml.WORD)) {
                    endWord();
                    word = Integer.parseInt(element.getAttribute(MaryXml.WORD));
                }
            }
            case "ph" -> sound(MaryPhones.cmu(element.getAttribute("p")), milliseconds(element, "d"));
            case "boundary" -> pause(milliseconds(element, "duration"));
            default -> {
                // paragraphs, phrases, syllables: only what is in them matters
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                visit(inner);
            }
        }
    }

    private void sound(String symbol, int milliseconds) {
        if (wordEnd == 0) {
            wordStart = now;
        }
        now += milliseconds * samplesPerMs;
        wordEnd = now;
        sounds.add(new SpokenSentence.Sound(symbol, now));
    }

    private void pause(int milliseconds) {
        if (milliseconds > 0) {
            now += milliseconds * samplesPerMs;
            sounds.add(new SpokenSentence.Sound("pau", now));
        }
    }

    private void endWord() {
        if (word >= 0 && wordEnd > 0) {
            words.add(new SpokenSentence.Span(sentence.words().get(word).written(), wordStart, wordEnd));
        }
        wordEnd = 0;
    }

    private static int milliseconds(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
