package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;

/**
 * The reader of XML text: elements, attributes and characters, and nothing that makes a reader open or expand anything. The
 * parser is the JDK's own, over memory.
 */
final class XmlReader {
    private static final int DEEPEST = 8;

    private final Fact part;
    private final XMLStreamReader in;
    private final Deque<Open> open = new ArrayDeque<>();

    /** An element whose end has not come yet. */
    private static final class Open {
        private final String name;
        private final ImmutableMap<String, String> attributes;
        private final int line;
        private final ImmutableList.Builder<XmlElement> children = ImmutableList.builder();
        private final StringBuilder text = new StringBuilder();

        private Open(String name, ImmutableMap<String, String> attributes, int line) {
            this.name = name;
            this.attributes = attributes;
            this.line = line;
        }

        private XmlElement close() {
            return new XmlElement(name, attributes, children.build(), text.toString(), line);
        }
    }

    private XmlReader(XMLStreamReader in, Fact part) {
        this.in = in;
        this.part = part;
    }

    /** The root element of a document without its first line. */
    static Decision<XmlElement> read(String text, Fact part) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new StringReader(text));
            try {
                return new XmlReader(in, part).read();
            } finally {
                in.close();
            }
        } catch (XMLStreamException malformed) {
            Location at = malformed.getLocation();
            return at == null ? malformed(part, 1, 1) : malformed(part, at.getLineNumber(), at.getColumnNumber());
        }
    }

    private Decision<XmlElement> read() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST) {
                        return here();
                    }
                    open.push(new Open(name(), attributes(), in.getLocation().getLineNumber()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement closed = open.pop().close();
                    if (!closed.children().isEmpty() && !closed.text().isBlank()) {
                        return here();
                    }
                    if (open.isEmpty()) {
                        return rest(closed);
                    }
                    open.element().children.add(closed);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(in.getText());
                    }
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.END_DOCUMENT -> {}
                default -> {
                    return declared();
                }
            }
        }
        return here();
    }

    /** After the root nothing comes but comments. */
    private Decision<XmlElement> rest(XmlElement root) throws XMLStreamException {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.PROCESSING_INSTRUCTION || event == XMLStreamConstants.DTD) {
                return declared();
            }
        }
        return Decision.accepted(root);
    }

    private String name() {
        String prefix = in.getPrefix();
        return prefix == null || prefix.isEmpty() ? in.getLocalName() : prefix + ":" + in.getLocalName();
    }

    /** Declarations of namespaces are attributes like others: none of them is known. */
    private ImmutableMap<String, String> attributes() {
        ImmutableMap.Builder<String, String> attributes = ImmutableMap.builder();
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            String prefix = in.getNamespacePrefix(i);
            attributes.put(prefix == null ? "xmlns" : "xmlns:" + prefix, String.valueOf(in.getNamespaceURI(i)));
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String prefix = in.getAttributePrefix(i);
            String name = in.getAttributeLocalName(i);
            attributes.put(prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, in.getAttributeValue(i));
        }
        return attributes.buildKeepingLast();
    }

    private Decision<XmlElement> here() {
        return malformed(
                part, in.getLocation().getLineNumber(), in.getLocation().getColumnNumber());
    }

    private Decision<XmlElement> declared() {
        return Decision.refused(Refusal.of(
                EVoucherReasons.DOCUMENT_TYPE,
                Facts.of("part", part).and("line", Fact.count(in.getLocation().getLineNumber()))));
    }

    static Decision<XmlElement> malformed(Fact part, int line, int column) {
        return Decision.refused(Refusal.of(
                EVoucherReasons.NOT_XML,
                Facts.of("part", part).and("line", Fact.count(line)).and("column", Fact.count(column))));
    }
}
