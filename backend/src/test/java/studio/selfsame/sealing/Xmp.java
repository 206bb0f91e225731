package studio.selfsame.sealing;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Reads XMP as far as we write it. */
final class Xmp {
    private Xmp() {}

    /** Properties by prefixed name; of alternatives the first. */
    static Map<String, String> of(String packet) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(packet)));
        var description =
                (Element) document.getElementsByTagNameNS("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Description")
                        .item(0);
        Map<String, String> properties = new LinkedHashMap<>();
        for (var child = description.getFirstChild(); child != null; child = child.getNextSibling()) {
            var alternatives = ((Element) child).getElementsByTagNameNS("*", "li");
            var value = alternatives.getLength() > 0 ? alternatives.item(0) : child;
            properties.put(child.getNodeName(), value.getTextContent());
        }
        return properties;
    }
}
