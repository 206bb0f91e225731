package studio.selfsame.sealing;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Captions as broadcasters and shops take them (W3C TTML2, IMSC 1.1 text profile): disclosure above, speech below. */
final class Ttml {
    private static final String TT = "http://www.w3.org/ns/ttml";
    private static final String PARAMETER = TT + "#parameter";
    private static final String STYLING = TT + "#styling";
    private static final String METADATA = TT + "#metadata";
    private static final String DISCLOSURE = "disclosure";
    private static final String SPEECH = "speech";

    private Ttml() {}

    static String of(CaptionTrack track) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            write(xml, track);
            xml.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("TTML could not be written", impossible);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, CaptionTrack track) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("tt");
        xml.writeDefaultNamespace(TT);
        xml.writeNamespace("ttp", PARAMETER);
        xml.writeNamespace("tts", STYLING);
        xml.writeNamespace("ttm", METADATA);
        xml.writeAttribute("ttp", PARAMETER, "timeBase", "media");
        xml.writeAttribute("ttp", PARAMETER, "contentProfiles", TT + "/profile/imsc1.1/text");
        writeLanguage(xml, track.language());
        xml.writeStartElement("head");
        xml.writeStartElement("ttm", "desc", METADATA);
        writeLanguage(xml, track.wordsLanguage());
        xml.writeCharacters(track.words());
        xml.writeEndElement();
        xml.writeStartElement("layout");
        region(xml, DISCLOSURE, "10% 10%", "before");
        region(xml, SPEECH, "10% 70%", "after");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("body");
        xml.writeStartElement("div");
        for (CaptionTrack.Cue cue : track.cues()) {
            xml.writeStartElement("p");
            xml.writeAttribute("region", cue.disclosure() ? DISCLOSURE : SPEECH);
            xml.writeAttribute("begin", time(cue.startUs()));
            xml.writeAttribute("end", time(cue.endUs()));
            if (cue.disclosure() && track.isMixed()) {
                writeLanguage(xml, track.wordsLanguage());
            }
            xml.writeCharacters(cue.text());
            xml.writeEndElement();
        }
        xml.writeEndDocument();
    }

    private static void writeLanguage(XMLStreamWriter xml, Locale language) throws XMLStreamException {
        xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language.toLanguageTag());
    }

    private static void region(XMLStreamWriter xml, String id, String origin, String align) throws XMLStreamException {
        xml.writeEmptyElement("region");
        xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "id", id);
        xml.writeAttribute("tts", STYLING, "origin", origin);
        xml.writeAttribute("tts", STYLING, "extent", "80% 20%");
        xml.writeAttribute("tts", STYLING, "displayAlign", align);
        xml.writeAttribute("tts", STYLING, "textAlign", "center");
    }

    private static String time(long us) {
        return String.format(Locale.ROOT, "%d.%03ds", us / 1_000_000, us / 1_000 % 1_000);
    }
}
