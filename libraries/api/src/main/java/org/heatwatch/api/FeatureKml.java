package org.heatwatch.api;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.heatwatch.pictures.StateColours;
import org.heatwatch.state.FacilityState;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes features as KML 2.2 (OGC 07-147r2), each with its time and the colour of its state. */
final class FeatureKml {
    private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

    /** Style of the states that share the colour of what was not seen. */
    private static final String OTHER = "OTHER";

    /** Colours of the states in the byte order of KML: blue, green, red. */
    private static final Map<String, String> COLOURS = new TreeMap<>();

    static {
        for (FacilityState state : FacilityState.values()) {
            if (!StateColours.outline(state).equals(StateColours.UNSEEN)) {
                COLOURS.put(state.name(), kml(StateColours.outline(state)));
            }
        }
        COLOURS.put(OTHER, kml(StateColours.UNSEEN));
    }

    private final XMLStreamWriter out;

    private FeatureKml(XMLStreamWriter out) {
        this.out = out;
    }

    /** KML in UTF-8. */
    static byte[] kml(String title, List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new FeatureKml(writer).document(title, rows);
            writer.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write KML", e);
        }
        return bytes.toByteArray();
    }

    /** KMZ: a zip file with the KML. */
    static byte[] kmz(String title, List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("doc.kml");
            entry.setTime(0); // the same features must give the same bytes
            zip.putNextEntry(entry);
            zip.write(kml(title, rows));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to a buffer", e);
        }
        return bytes.toByteArray();
    }

    private void document(String title, List<Row> rows) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("kml");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeStartElement("Document");
        element("name", title);
        if (isSimulated(rows)) {
            element("description", KmlDescription.SIMULATED);
        }
        for (Map.Entry<String, String> style : COLOURS.entrySet()) {
            style(style.getKey(), style.getValue());
        }
        if (roles(rows).size() > 1) {
            folders(rows);
        } else {
            for (Row row : rows) {
                placemark(row);
            }
        }
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndDocument();
    }

    private static boolean isSimulated(List<Row> rows) {
        return rows.stream()
                .anyMatch(row -> Boolean.TRUE.equals(row.properties().get("simulated")));
    }

    /** The values by which features are put into folders, in the order of the features. */
    private static List<String> roles(List<Row> rows) {
        return rows.stream().map(FeatureKml::folder).distinct().toList();
    }

    /** The site of a feature, followed by its role or day if it has one. */
    private static String folder(Row row) {
        Object site = Objects.requireNonNullElse(row.properties().get("site"), "");
        Object role = row.properties().get("role");
        Object acquisition = row.properties().get("acquisition");
        Object part = role != null ? role : acquisition;
        return part == null ? site.toString() : site + ", " + part;
    }

    private void folders(List<Row> rows) throws XMLStreamException {
        for (String folder : roles(rows)) {
            out.writeStartElement("Folder");
            element("name", folder);
            for (Row row : rows) {
                if (folder(row).equals(folder)) {
                    placemark(row);
                }
            }
            out.writeEndElement();
        }
    }

    private static String kml(Color colour) {
        return String.format(Locale.ROOT, "%02x%02x%02x", colour.getBlue(), colour.getGreen(), colour.getRed());
    }

    private void style(String id, String colour) throws XMLStreamException {
        out.writeStartElement("Style");
        out.writeAttribute("id", id);
        out.writeStartElement("IconStyle");
        element("color", "ff" + colour);
        out.writeEndElement();
        out.writeStartElement("LineStyle");
        element("color", "ff" + colour);
        element("width", "2");
        out.writeEndElement();
        out.writeStartElement("PolyStyle");
        element("color", "59" + colour);
        out.writeEndElement();
        out.writeEndElement();
    }

    private void placemark(Row row) throws XMLStreamException {
        out.writeStartElement("Placemark");
        element("name", row.title());
        element("description", KmlDescription.of(row));
        if (row.span().from().equals(row.span().to())) {
            out.writeStartElement("TimeStamp");
            element("when", row.span().to().toString());
        } else {
            out.writeStartElement("TimeSpan");
            element("begin", row.span().from().toString());
            element("end", row.span().to().toString());
        }
        out.writeEndElement();
        String state = Objects.toString(row.properties().get("state"), OTHER);
        element("styleUrl", "#" + (COLOURS.containsKey(state) ? state : OTHER));
        out.writeStartElement("ExtendedData");
        for (Map.Entry<String, @Nullable Object> property : row.properties().entrySet()) {
            if (property.getValue() != null) {
                out.writeStartElement("Data");
                out.writeAttribute("name", property.getKey());
                element("value", KmlDescription.text(property.getValue()));
                out.writeEndElement();
            }
        }
        out.writeEndElement();
        geometry(row.place().geometry());
        out.writeEndElement();
    }

    private void geometry(Geometry geometry) throws XMLStreamException {
        switch (geometry) {
            case Point point -> {
                out.writeStartElement("Point");
                element("coordinates", point.getX() + "," + point.getY());
                out.writeEndElement();
            }
            case Polygon polygon -> {
                out.writeStartElement("Polygon");
                boundary("outerBoundaryIs", polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    boundary("innerBoundaryIs", polygon.getInteriorRingN(i));
                }
                out.writeEndElement();
            }
            default -> {
                out.writeStartElement("MultiGeometry");
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    geometry(geometry.getGeometryN(i));
                }
                out.writeEndElement();
            }
        }
    }

    private void boundary(String name, LineString ring) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeStartElement("LinearRing");
        StringBuilder coordinates = new StringBuilder();
        for (Coordinate corner : ring.getCoordinates()) {
            coordinates.append(corner.x).append(',').append(corner.y).append(' ');
        }
        element("coordinates", coordinates.toString().strip());
        out.writeEndElement();
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(text));
        out.writeEndElement();
    }

    /** Removes characters that XML 1.0 does not allow. */
    static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
