package org.heatwatch.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The alerts of a site as an Atom feed (RFC 4287), newest first. The id of an entry is derived from the id of its
 * alert, so that it is the same at every address of the feed.
 */
final class AlertFeed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String AUTHOR = "Heat Watch";

    /** Entries of a feed; the collection of alerts has all. */
    private static final int MAX_ENTRIES = 50;

    private final XMLStreamWriter out;

    private AlertFeed(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * URLs of a feed and its entries.
     *
     * @param self URL of the feed; empty if it is not known
     * @param page URL of the page about the site
     * @param entry URL of the page about an alert
     */
    record Links(Optional<String> self, String page, Function<Row, String> entry) {}

    /** The feed in UTF-8. */
    static byte[] of(PublishedSite view, AlertCollection alerts, Links links) {
        List<Row> rows = alerts.rows(view, Selection.ALL)
                .sorted(Comparator.comparing((Row row) -> row.span().to())
                        .reversed()
                        .thenComparing(Row::id))
                .limit(MAX_ENTRIES)
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new AlertFeed(writer).feed(view, rows, links);
            writer.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write a feed", e);
        }
        return bytes.toByteArray();
    }

    private void feed(PublishedSite view, List<Row> rows, Links links) throws XMLStreamException {
        Instant updated = rows.stream()
                .findFirst()
                .map(row -> row.span().to())
                .or(() -> view.asOf().map(TimeSpan::endOf))
                .orElse(Instant.EPOCH);
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(NAMESPACE);
        element("id", id("feed " + view.id()));
        element(
                "title",
                (view.isSimulated() ? "Simulated data: " : "") + "alerts of "
                        + view.site().name());
        element("updated", time(updated));
        out.writeStartElement("author");
        element("name", AUTHOR);
        out.writeEndElement();
        if (links.self().isPresent()) {
            link("self", links.self().get(), MediaTypes.ATOM);
        }
        link("alternate", links.page(), MediaTypes.HTML);
        for (Row row : rows) {
            entry(row, links.entry().apply(row));
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void entry(Row row, String address) throws XMLStreamException {
        out.writeStartElement("entry");
        element("id", id("alert " + row.id()));
        element("title", row.title());
        element("updated", time(row.span().to()));
        element("published", time(row.span().to()));
        link("alternate", address, MediaTypes.HTML);
        out.writeEmptyElement("category");
        out.writeAttribute("term", clean(String.valueOf(row.properties().get("kind"))));
        out.writeStartElement("content");
        out.writeAttribute("type", "text");
        out.writeCharacters(clean(String.valueOf(row.properties().get("text"))));
        out.writeEndElement();
        out.writeEndElement();
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("heatwatch " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void link(String relation, String address, String type) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("href", address);
        out.writeAttribute("type", type);
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(text));
        out.writeEndElement();
    }

    /** Removes characters that XML 1.0 does not allow. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
