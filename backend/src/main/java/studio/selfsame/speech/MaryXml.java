package studio.selfsame.speech;

import java.util.List;

/** A sentence as MaryXML tokens; the first token of each written word carries the word's index. */
final class MaryXml {
    /** Attribute that survives the engine's rewriting of numbers and abbreviations. */
    static final String WORD = "word";

    private MaryXml() {}

    static String of(Sentence sentence) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<maryxml xmlns=\"http://mary.dfki.de/2002/MaryXML\" version=\"0.5\" xml:lang=\"en-US\"><p><s>\n");
        List<SpokenWord> words = sentence.words();
        for (int i = 0; i < words.size(); i++) {
            append(xml, words.get(i), i);
        }
        return xml.append("</s></p></maryxml>").toString();
    }

    private static void append(StringBuilder xml, SpokenWord word, int index) {
        for (int part = 0; part < word.spoken().size(); part++) {
            xml.append("<t");
            if (part == 0) {
                attribute(xml, WORD, Integer.toString(index));
            }
            if (word.sampa() != null) {
                attribute(xml, "ph", word.sampa());
            }
            xml.append('>').append(escape(word.spoken().get(part))).append("</t>\n");
        }
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
