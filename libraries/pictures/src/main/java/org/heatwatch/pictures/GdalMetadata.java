package org.heatwatch.pictures;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML in which GDAL keeps tags, and the descriptions and units of bands, in a TIFF file. */
final class GdalMetadata {
    private GdalMetadata() {}

    static String of(FloatRaster raster) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("GDALMetadata");
            for (Map.Entry<String, String> tag : raster.tags().entrySet()) {
                item(xml, tag.getKey(), tag.getValue());
            }
            for (int band = 0; band < raster.bands().size(); band++) {
                FloatRaster.Band described = raster.bands().get(band);
                item(xml, "DESCRIPTION", described.description(), band, "description");
                item(xml, "UNITTYPE", described.unit(), band, "unittype");
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to a buffer", e);
        }
        return text.toString();
    }

    private static void item(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("Item");
        xml.writeAttribute("name", name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static void item(XMLStreamWriter xml, String name, String value, int band, String role)
            throws XMLStreamException {
        xml.writeStartElement("Item");
        xml.writeAttribute("name", name);
        xml.writeAttribute("sample", Integer.toString(band));
        xml.writeAttribute("role", role);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
