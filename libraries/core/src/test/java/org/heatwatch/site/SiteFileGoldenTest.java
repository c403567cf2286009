package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heatwatch.errors.BadSite;
import org.heatwatch.golden.Golden;
import org.junit.jupiter.api.Test;

/** Members, roles and passes of site files: their meaning, which are optional, and which values are refused. */
final class SiteFileGoldenTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FILE = text();

    private static String text() {
        try {
            return Files.readString(Golden.folder().resolve("site/every-member.geojson"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode file() {
        try {
            return (ObjectNode) MAPPER.readTree(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyMemberKeepsItsMeaning() {
        Site site = SiteFile.parse(FILE, "every-member.geojson");
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("id", site.id());
        read.put("name", site.name());
        read.put("shortName", site.presentation().shortName());
        read.put("timeZone", site.presentation().timeZone().getId());
        read.put("simulated", site.presentation().simulated());
        read.put("utmZone", site.utm().epsg());
        read.put("scenes", site.scenes().stream().map(SiteFileGoldenTest::scene).toList());
        read.put(
                "referenceWeight",
                new TreeMap<>(Map.of(
                        "2016-02-29", site.referenceWeight(java.time.LocalDate.of(2016, 2, 29)),
                        "2016-03-01", site.referenceWeight(java.time.LocalDate.of(2016, 3, 1)),
                        "2020-05-31", site.referenceWeight(java.time.LocalDate.of(2020, 5, 31)),
                        "2022-12-31", site.referenceWeight(java.time.LocalDate.of(2022, 12, 31)),
                        "2023-01-01", site.referenceWeight(java.time.LocalDate.of(2023, 1, 1)))));
        read.put(
                "bounds",
                List.of(
                        site.bounds().west(),
                        site.bounds().south(),
                        site.bounds().east(),
                        site.bounds().north()));
        Map<String, Object> features = new LinkedHashMap<>();
        site.features().forEach(feature -> features.put(feature.id(), feature(feature)));
        read.put("features", features);
        Golden.file("site/every-member.json").holdsIn(read);
    }

    private static Map<String, Object> scene(WatchedScene watched) {
        Map<String, Object> scene = new LinkedHashMap<>();
        scene.put("scene", watched.scene().toString());
        scene.put("pass", watched.pass().name().toLowerCase(Locale.ROOT));
        watched.grid()
                .ifPresent(grid -> scene.put(
                        "grid",
                        List.of(grid.rotationDegrees(), grid.acrossMetres(), grid.alongMetres(), grid.shear())));
        return scene;
    }

    private static Map<String, Object> feature(Feature feature) {
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("name", feature.name());
        read.put("label", feature.label());
        read.put("isScored", feature.role().isScored());
        read.put("operator", feature.operator().orElse("none"));
        read.put("products", feature.products());
        read.put("source", feature.source());
        read.put("accuracyMetres", feature.accuracyMetres());
        read.put("verified", feature.verified());
        read.put("note", feature.note().orElse("none"));
        read.put("areaSquareMetres", feature.footprint().areaSquareMetres());
        return read;
    }

    @Test
    void optionalMembersAndRefusedValuesStayTheSame() {
        Map<String, Object> outcomes = new LinkedHashMap<>();
        for (String place : List.of("", "/scenes/0", "/scenes/0/grid", "/reference/0", "/features/0/properties")) {
            for (String member : names(file().at(place))) {
                ObjectNode without = file();
                ((ObjectNode) without.at(place)).remove(member);
                outcomes.put("without %s/%s".formatted(place, member), outcome(without));
            }
            ObjectNode more = file();
            ((ObjectNode) more.at(place)).put("somethingElse", 1);
            outcomes.put("with %s/somethingElse".formatted(place), outcome(more));
        }
        for (String role :
                List.of("facility", "control", "reference", "null", "building", "site", "Facility", "smokestack")) {
            outcomes.put("role " + role, with("/features/0/properties", "role", role));
        }
        for (String pass : List.of("day", "night", "Day", "ascending")) {
            outcomes.put("pass " + pass, with("/scenes/0", "pass", pass));
        }
        for (String type : List.of("Polygon", "Point", "LineString")) {
            outcomes.put("geometry " + type, with("/features/0/geometry", "type", type));
        }
        for (String collection : List.of("FeatureCollection", "Feature")) {
            outcomes.put("type " + collection, with("", "type", collection));
        }
        for (String id : List.of("yard-2", "Yard", "yard_2")) {
            outcomes.put("id " + id, with("", "id", id));
        }
        Golden.file("site/accepted-and-refused.json").holdsIn(outcomes);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String with(String place, String member, String value) {
        ObjectNode changed = file();
        ((ObjectNode) changed.at(place)).put(member, value);
        return outcome(changed);
    }

    /** Where a file is refused; the wording of the message is not part of it. */
    private static String outcome(JsonNode changed) {
        return refusal(changed).map(where -> "refused at " + where).orElse("accepted");
    }

    private static Optional<String> refusal(JsonNode changed) {
        try {
            SiteFile.parse(changed.toString(), "changed.geojson");
            return Optional.empty();
        } catch (BadSite e) {
            return Optional.of(
                    String.join(", ", e.defects().stream().map(d -> d.where()).toList()));
        }
    }
}
