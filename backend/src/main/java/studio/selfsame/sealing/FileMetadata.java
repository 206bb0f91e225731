package studio.selfsame.sealing;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a file says about itself in metadata that every tool reads, beside its credentials: IPTC's Digital Source Type and AI
 * system (IPTC Photo Metadata Standard 2025.1), the words of the label as description and accessible text, and where China's
 * standard asks for it, {@code AIGC} (GB 45438-2025, annex E).
 */
record FileMetadata(Declared declared, String outputId) {
    private static final String AIGC = "AIGC";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static final String IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String TC260 = "http://www.tc260.org.cn/ns/AIGC/1.0/";

    /** Metadata of the container by key: {@code AIGC}, or nothing. */
    Map<String, String> tags() {
        return declared.notices().contains(Notice.AIGC) ? Map.of(AIGC, aigc()) : Map.of();
    }

    /** {@code Label} 1: made by AI, as its producer declares. Nobody but the producer has passed it on. */
    private String aigc() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Label", "1");
        fields.put("ContentProducer", declared.producer());
        fields.put("ProduceID", outputId);
        fields.put("ReservedCode1", "");
        fields.put("ContentPropagator", "");
        fields.put("PropagateID", "");
        fields.put("ReservedCode2", "");
        return JSON.writeValueAsString(fields);
    }

    /** The packet. */
    String xmp() {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            write(xml);
            xml.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XMP could not be written", impossible);
        }
        return text.toString();
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeProcessingInstruction("xpacket", "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
        xml.writeStartElement("x", "xmpmeta", "adobe:ns:meta/");
        xml.writeNamespace("x", "adobe:ns:meta/");
        xml.writeStartElement("rdf", "RDF", RDF);
        xml.writeNamespace("rdf", RDF);
        xml.writeStartElement("rdf", "Description", RDF);
        xml.writeAttribute("rdf", RDF, "about", "");
        xml.writeNamespace("dc", DC);
        xml.writeNamespace("xmp", XMP);
        xml.writeNamespace("Iptc4xmpCore", IPTC_CORE);
        xml.writeNamespace("Iptc4xmpExt", IPTC_EXT);
        property(xml, "Iptc4xmpExt", IPTC_EXT, "DigitalSourceType", sourceType());
        property(xml, "Iptc4xmpExt", IPTC_EXT, "AISystemUsed", RenderManifest.PRODUCT);
        property(xml, "Iptc4xmpExt", IPTC_EXT, "AISystemVersionUsed", RenderManifest.version());
        property(xml, "xmp", XMP, "CreatorTool", RenderManifest.PRODUCT + " " + RenderManifest.version());
        property(xml, "dc", DC, "identifier", outputId);
        words(xml, "dc", DC, "description");
        words(xml, "Iptc4xmpCore", IPTC_CORE, "AltTextAccessibility");
        for (var tag : tags().entrySet()) {
            xml.writeStartElement("TC260", tag.getKey(), TC260);
            xml.writeNamespace("TC260", TC260);
            xml.writeCharacters(tag.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeProcessingInstruction("xpacket", "end=\"r\"");
    }

    private String sourceType() {
        return switch (declared.disclosure()) {
            case GENERATED -> RenderActions.GENERATED;
            case MODIFIED -> RenderActions.COMPOSITE;
        };
    }

    private static void property(XMLStreamWriter xml, String prefix, String space, String name, String value)
            throws XMLStreamException {
        xml.writeStartElement(prefix, name, space);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    /** The label's. */
    private void words(XMLStreamWriter xml, String prefix, String space, String name) throws XMLStreamException {
        xml.writeStartElement(prefix, name, space);
        xml.writeStartElement("rdf", "Alt", RDF);
        for (String language :
                new String[] {"x-default", declared.languageOfWords().toLanguageTag()}) {
            xml.writeStartElement("rdf", "li", RDF);
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language);
            xml.writeCharacters(declared.words());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
