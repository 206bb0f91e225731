package studio.selfsame.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits plain English text into sentences of words, and decides how symbols, money and short forms are said. */
final class EnglishText {
    private static final int LONGEST_SENTENCE_WORDS = 40;
    private static final int LONGEST_WORD = 60;
    private static final Set<String> TITLES = Set.of("mr.", "mrs.", "ms.", "dr.", "st.");
    private static final Set<String> ABBREVIATIONS = Set.of("etc.", "co.", "ltd.", "a.m.", "p.m.");
    private static final Pattern ACRONYM = Pattern.compile("([A-Za-z]\\.){2,}");
    private static final Pattern INITIAL = Pattern.compile("[A-HJ-Z]\\.");
    private static final Pattern PIECES = Pattern.compile("^([\"'(\\[]*)(.*?)([\"')\\].,;:!?]*)$");

    private final List<Sentence> sentences = new ArrayList<>();
    private List<SpokenWord> words = new ArrayList<>();

    private EnglishText() {}

    /** Sentences in order; words without any speakable character are left out, so the list may be empty. */
    static List<Sentence> sentences(String plain) {
        EnglishText text = new EnglishText();
        for (String paragraph : plain.split("\\n\\s*\\n")) {
            for (String chunk : paragraph.strip().split("\\s+")) {
                text.add(chunk);
            }
            text.endSentence(".", true);
        }
        return text.sentences;
    }

    private void add(String chunk) {
        Matcher pieces = PIECES.matcher(chunk);
        if (!pieces.matches()) {
            throw new IllegalStateException("a word without pieces");
        }
        String word = pieces.group(2);
        String after = pieces.group(3);
        if (pieces.group(1).contains("(") || pieces.group(1).contains("[")) {
            pause(",");
        }
        boolean dotIsPartOfWord = after.startsWith(".") && isAbbreviated(word + ".");
        String written = dotIsPartOfWord ? word + "." : word;
        if (hasSound(written)) {
            say(written);
        }
        String marks = dotIsPartOfWord ? after.substring(1) : after;
        boolean neverEnds = dotIsPartOfWord && !ABBREVIATIONS.contains(written.toLowerCase(Locale.ROOT));
        if (marks.contains("?")) {
            endSentence("?", false);
        } else if (marks.contains("!")) {
            endSentence("!", false);
        } else if (marks.contains(".") && !neverEnds) {
            endSentence(".", false);
        } else if (marks.matches(".*[,;:)\\]].*") || words.size() >= LONGEST_SENTENCE_WORDS) {
            pause(",");
            if (words.size() >= LONGEST_SENTENCE_WORDS) {
                endSentence(",", false);
            }
        }
    }

    private static boolean isAbbreviated(String dotted) {
        String lower = dotted.toLowerCase(Locale.ROOT);
        return TITLES.contains(lower)
                || ABBREVIATIONS.contains(lower)
                || ACRONYM.matcher(dotted).matches()
                || INITIAL.matcher(dotted).matches();
    }

    private static boolean hasSound(String written) {
        return written.codePoints().anyMatch(Character::isLetterOrDigit) || SpokenSymbols.isSpoken(written);
    }

    private void say(String written) {
        for (int from = 0; from < written.length(); from += LONGEST_WORD) {
            String part = written.substring(from, Math.min(written.length(), from + LONGEST_WORD));
            if (hasSound(part)) {
                words.add(SpokenSymbols.say(part));
            }
        }
    }

    private void pause(String mark) {
        if (!words.isEmpty() && !words.getLast().isPause()) {
            words.add(SpokenWord.pause(mark));
        }
    }

    private void endSentence(String mark, boolean endsParagraph) {
        if (words.isEmpty()) {
            if (endsParagraph && !sentences.isEmpty()) {
                sentences.add(new Sentence(sentences.removeLast().words(), true));
            }
            return;
        }
        if (words.getLast().isPause()) {
            words.removeLast();
        }
        words.add(SpokenWord.pause(mark));
        sentences.add(new Sentence(List.copyOf(words), endsParagraph));
        words = new ArrayList<>();
    }
}
