package org.heatwatch.site.plan;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.errors.BadOutlines;
import org.heatwatch.site.CoordinateSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Reads building outlines from GeoJSON: a FeatureCollection, a sequence of features on lines of their own (GeoJSON
 * lines, RFC 8142), a feature or a bare geometry. The file is read in one pass and only outlines inside the area are
 * kept, so that a file of a whole country needs no more memory than one of a town.
 */
public final class OutlineFileReader {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String name;
    private final OutlineCollector collector;
    private final Map<MapSource, Integer> votes = new EnumMap<>(MapSource.class);
    private boolean overpassJson;
    private boolean checked;

    private OutlineFileReader(String name, Envelope area) {
        this.name = name;
        this.collector = new OutlineCollector(area);
    }

    /**
     * Reads a file.
     *
     * @param area in degrees; outlines that are not inside it are only counted
     * @throws BadOutlines if the file cannot be read, is in another format or has other coordinates than degrees
     */
    public static OutlineFile read(Path file, Envelope area) {
        String fileName = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, fileName, area);
        } catch (NoSuchFileException e) {
            throw new BadOutlines(file.toString(), "does not exist", "check the path", e);
        } catch (IOException e) {
            throw new BadOutlines(file.toString(), "cannot be read: " + e.getMessage(), "check the file", e);
        }
    }

    /**
     * Reads a file as one outline: all its polygons together.
     *
     * @throws BadOutlines if the file cannot be read as GeoJSON in degrees, or has no polygon
     */
    public static Geometry readOutline(Path file) {
        List<Geometry> parts = read(file, new Envelope(-180, 180, -90, 90)).outlines().stream()
                .map(ImportedOutline::lonLat)
                .toList();
        if (parts.isEmpty()) {
            throw new BadOutlines(file.toString(), "has no polygon", "draw the outline of the site as a polygon");
        }
        return OverlayNGRobust.union(parts);
    }

    /**
     * Reads a stream in UTF-8.
     *
     * @param name of the file for people
     * @param area in degrees; outlines that are not inside it are only counted
     * @throws BadOutlines if it is in another format or has other coordinates than degrees
     */
    public static OutlineFile read(InputStream in, String name, Envelope area) {
        try {
            BufferedInputStream buffered = new BufferedInputStream(in);
            FileFormat.requireGeoJson(buffered, name);
            return new OutlineFileReader(name, area)
                    .read(new SeparatorFilter(new InputStreamReader(buffered, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw new BadOutlines(
                    name, "not valid JSON" + place + ": " + e.getOriginalMessage(), "download or export it again", e);
        } catch (IOException e) {
            throw new BadOutlines(name, "cannot be read: " + e.getMessage(), "check the file", e);
        }
    }

    private OutlineFile read(Reader text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                root(parser);
            }
        }
        if (overpassJson) {
            throw new BadOutlines(
                    name,
                    "is the JSON form of Overpass, not GeoJSON",
                    "in Overpass turbo choose 'Export > GeoJSON', or convert it with osmtogeojson");
        }
        if (collector.features() == 0) {
            throw new BadOutlines(name, "has no GeoJSON features", "give a FeatureCollection or GeoJSON lines");
        }
        return collector.file(name, source());
    }

    private MapSource source() {
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(MapSource.OTHER);
    }

    /** Reads one object of the file: a collection, whose features are read one by one, a feature or a geometry. */
    private void root(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "expected a GeoJSON object");
        }
        ObjectNode rest = MAPPER.createObjectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("features") && value == JsonToken.START_ARRAY) {
                requireDegrees(rest);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    feature(MAPPER.readTree(parser));
                }
            } else if (member.equals("elements") && value == JsonToken.START_ARRAY) {
                overpassJson = true;
                parser.skipChildren();
            } else {
                rest.set(member, MAPPER.readTree(parser));
            }
        }
        requireDegrees(rest);
        if (rest.has("geometry")) {
            feature(rest);
        } else if (rest.has("coordinates") || rest.has("geometries")) {
            feature(MAPPER.createObjectNode().set("geometry", rest));
        }
    }

    private void feature(JsonNode feature) {
        if (!checked) {
            requireDegrees(feature);
            checked = true;
        }
        MapSource.of(feature).ifPresent(source -> votes.merge(source, 1, Integer::sum));
        collector.add(feature);
    }

    private void requireDegrees(JsonNode node) {
        CoordinateSystem.mismatch(node).ifPresent(mismatch -> {
            throw new BadOutlines(name, mismatch.problem(), mismatch.advice());
        });
    }
}
