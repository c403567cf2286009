package org.heatwatch.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Writes features as GeoJSON (RFC 7946); each is also a STAC item (1.1.0). */
final class FeatureJson {
    static final String STAC_VERSION = "1.1.0";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int INITIAL_BYTES = 2000;

    private FeatureJson() {}

    /** A feature with links and assets, which do not say where their pixels lie. */
    static byte[] of(Row row, Addresses addresses) {
        return bytes(row, addresses, false);
    }

    /** The same; rasters among the assets say where their pixels lie and how they are scaled. */
    static byte[] withHeaders(Row row, Addresses addresses) {
        return bytes(row, addresses, true);
    }

    /** GeoJSON without links and assets, for files beside which no server answers; it is not a STAC item. */
    static byte[] withoutLinks(Row row) {
        return bytes(row, null, false);
    }

    private static byte[] bytes(Row row, @Nullable Addresses addresses, boolean withHeaders) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
        try (JsonGenerator out = MAPPER.createGenerator(bytes)) {
            write(row, addresses, withHeaders, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to a buffer", e);
        }
        return bytes.toByteArray();
    }

    /**
     * A feature collection.
     *
     * @param members the other members of the collection
     * @param features GeoJSON of each feature
     */
    static byte[] collection(ObjectNode members, List<byte[]> features) {
        byte[] start = Content.json(MediaTypes.GEOJSON, members).bytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(start, 0, start.length - 1);
        bytes.writeBytes(",\"features\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < features.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(features.get(i));
        }
        bytes.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static void write(Row row, @Nullable Addresses addresses, boolean withHeaders, JsonGenerator out)
            throws IOException {
        Map<String, AssetJson> assets = withHeaders ? AssetJson.withHeaders(row) : AssetJson.of(row);
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        if (addresses != null) {
            out.writeStringField("stac_version", STAC_VERSION);
            AssetJson.extensions(assets.values(), out);
        }
        out.writeStringField("id", row.id());
        out.writeStringField("collection", row.collection().id());
        out.writeFieldName("geometry");
        out.writeTree(row.place().json());
        bounds(row.place().geometry().getEnvelopeInternal(), out);
        properties(row, out);
        if (addresses != null) {
            links(row, addresses, out);
            AssetJson.write(assets, addresses, out);
        }
        out.writeEndObject();
    }

    private static void links(Row row, Addresses addresses, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("links");
        String collection = row.collection().path();
        link("self", collection + "/items/" + row.id(), MediaTypes.GEOJSON, "This feature", addresses, out);
        for (ResponseFormat format : ItemsResource.FORMATS) {
            if (format != ResponseFormat.JSON) {
                String title = "The same as " + format.code();
                String other = collection + "/items/" + row.id() + "?f=" + format.code();
                link("alternate", other, ItemsResource.type(format), title, addresses, out);
            }
        }
        link("collection", collection, MediaTypes.JSON, row.collection().title(), addresses, out);
        link("parent", collection, MediaTypes.JSON, row.collection().title(), addresses, out);
        link("root", "/", MediaTypes.JSON, "Heat Watch", addresses, out);
        for (Row.Link link : row.links()) {
            link(link.relation(), link.path(), link.type(), link.title(), addresses, out);
        }
        out.writeEndArray();
    }

    private static void bounds(Envelope bounds, JsonGenerator out) throws IOException {
        out.writeFieldName("bbox");
        out.writeArray(new double[] {bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()}, 0, 4);
    }

    private static void properties(Row row, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("properties");
        out.writeStringField("title", row.title());
        out.writeStringField("datetime", row.span().to().toString());
        if (!row.span().from().equals(row.span().to())) {
            out.writeStringField("start_datetime", row.span().from().toString());
            out.writeStringField("end_datetime", row.span().to().toString());
        }
        for (var property : row.properties().entrySet()) {
            out.writeFieldName(property.getKey());
            value(property.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void value(@Nullable Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Double number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case List<?> values -> {
                out.writeStartArray();
                for (Object element : values) {
                    out.writeString(String.valueOf(element));
                }
                out.writeEndArray();
            }
            default -> out.writeString(value.toString());
        }
    }

    private static void link(
            String relation, String path, String type, String title, Addresses addresses, JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("rel", relation);
        out.writeStringField("href", addresses.of(path));
        out.writeStringField("type", type);
        out.writeStringField("title", title);
        out.writeEndObject();
    }
}
