package org.heatwatch.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;

/**
 * Copies of the site Kaesong. The first 40 watch the path and row of Kaesong, the others are spread over the world;
 * each also watches a path and row by night.
 */
final class ManySites {
    static final int TOGETHER = 40;

    /** A path and row that no site watches. */
    static final WrsScene UNWATCHED = new WrsScene(233, 118);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PATHS = 230;
    private static final int ROWS = 60;
    private static final int FIRST_ROW = 10;
    private static final int FIRST_NIGHT_ROW = 130;

    private final ObjectNode kaesong;

    private ManySites(ObjectNode kaesong) {
        this.kaesong = kaesong;
    }

    static ManySites ofProject() {
        try {
            Path file = Path.of(System.getProperty("heatwatch.root", "."), "sites", "kaesong.geojson");
            return new ManySites((ObjectNode) MAPPER.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String id(int index) {
        return String.format(Locale.ROOT, "site-%05d", index);
    }

    SiteDefinition definition(int index) {
        ObjectNode site = kaesong.deepCopy();
        site.put("id", id(index));
        ArrayNode scenes = site.putArray("scenes");
        boolean isTogether = index < TOGETHER;
        int path = isTogether ? 116 : 1 + index % PATHS;
        int place = index / PATHS % ROWS;
        int row = isTogether ? 34 : FIRST_ROW + (place == 34 - FIRST_ROW ? ROWS : place);
        scenes.addObject().put("path", path).put("row", row).put("pass", "day");
        scenes.addObject().put("path", path).put("row", FIRST_NIGHT_ROW + place).put("pass", "night");
        try {
            return SiteDefinition.first(MAPPER.writeValueAsString(site), "bench");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(Ledger ledger, int count) {
        for (int index = 0; index < count; index++) {
            ledger.putSite(definition(index));
        }
    }
}
