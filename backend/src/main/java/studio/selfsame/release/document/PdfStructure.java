package studio.selfsame.release.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** What is a heading, a paragraph, a cell: read by screen readers (ISO 32000-2, 14.7 and 14.8). */
final class PdfStructure {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    /** By page: which element owns each piece of its content. */
    private final Map<PDPage, List<PDStructureElement>> owners = new HashMap<>();

    PdfStructure() {
        var document = new PDStructureElement("Document", root);
        root.appendKid(document);
        open.push(document);
    }

    /** @param type such as {@code P} */
    void open(String type) {
        var element = new PDStructureElement(type, open.element());
        open.element().appendKid(element);
        open.push(element);
    }

    void close() {
        open.pop();
    }

    /** @return the number of the next piece of the open element's content on this page */
    int piece(PDPage page) {
        var element = open.element();
        var pieces = owners.computeIfAbsent(page, key -> new ArrayList<>());
        int number = pieces.size();
        pieces.add(element);
        if (element.getPage() == null) {
            element.setPage(page);
            element.appendKid(number);
        } else {
            var reference = new COSDictionary();
            reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
            reference.setItem(COSName.PG, page);
            reference.setInt(COSName.MCID, number);
            kids(element).add(reference);
        }
        return number;
    }

    /** To be called last. */
    void writeTo(PDDocument document) {
        Map<Integer, PDParentTreeValue> parents = new HashMap<>();
        int key = 0;
        for (var page : document.getPages()) {
            var array = new COSArray();
            owners.getOrDefault(page, List.of()).forEach(array::add);
            page.setStructParents(key);
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
            parents.put(key++, new PDParentTreeValue(array));
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(key);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var mark = new PDMarkInfo();
        mark.setMarked(true);
        catalog.setMarkInfo(mark);
    }

    private static COSArray kids(PDStructureElement element) {
        var object = element.getCOSObject();
        if (object.getDictionaryObject(COSName.K) instanceof COSArray kids) {
            return kids;
        }
        var kids = new COSArray();
        if (object.getDictionaryObject(COSName.K) instanceof COSInteger only) {
            kids.add(only);
        }
        object.setItem(COSName.K, kids);
        return kids;
    }
}
