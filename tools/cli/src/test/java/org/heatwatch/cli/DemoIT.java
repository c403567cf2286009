package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The demonstration, as a new user sees it. */
final class DemoIT {
    private static final SharedDemo DEMO = SharedDemo.get();
    private static final String LAST = "LC08_116034_20251104";
    private static final String BLIND = "kaesong-simulated-blind";
    private static final List<String> NAMED =
            List.of("amos", "samas-electronics", "jaeyoung-solutec", "in-the-f", "seokchon-ceramics");

    @TempDir
    private static Path folder;

    private static Path store;
    private static List<JsonNode> observations;

    @BeforeAll
    static void readTheHistory() throws IOException {
        store = DEMO.copy(folder.resolve("demo"));
        observations = json("history", "--data", store, "--format", "json");
    }

    private static List<JsonNode> json(Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return StreamSupport.stream(run.json().spliterator(), false).toList();
    }

    @Test
    void theDemonstrationEndsWithThePassThatAnnouncesTheNamedFactories() {
        assertThat(DEMO.run().code()).as(DEMO.run().err()).isZero();
        assertThat(DEMO.run().out())
                .startsWith("SIMULATED DATA")
                .contains(
                        "2025-11-04  mail: SIMULATED Kaesong: Amos and 4 more ON, 2025-11-04",
                        "as of 2025-11-04 (the clock of this store is fixed)");
    }

    @Test
    void theNamedFactoriesLeadAmosAndSamasFirstAndTheControlsAreOff() {
        List<JsonNode> pass = observations.stream()
                .filter(observation -> observation.path("acquisition").asText().equals(LAST))
                .sorted((a, b) -> Double.compare(
                        b.path("effectiveKelvin").asDouble(),
                        a.path("effectiveKelvin").asDouble()))
                .toList();
        assertThat(pass.subList(0, 2))
                .extracting(observation -> observation.path("facility").asText())
                .containsExactly("amos", "samas-electronics");
        assertThat(pass.subList(0, 5)).allSatisfy(observation -> {
            assertThat(observation.path("facility").asText()).isIn(NAMED);
            assertThat(observation.path("state").asText()).isEqualTo("ON");
            assertThat(observation.path("score").asDouble()).isGreaterThan(99.9);
            assertThat(observation.path("provisional").asBoolean()).isTrue();
            assertThat(observation.path("flags").get(0).asText()).isEqualTo("simulated");
        });
        assertThat(pass.subList(5, 7)).allSatisfy(observation -> {
            assertThat(observation.path("facility").asText()).isIn("support-center", "liaison-office");
            assertThat(observation.path("state").asText()).isEqualTo("OFF");
        });
    }

    @Test
    void theNamedFactoriesAreOnFromThisPass() {
        for (String facility : NAMED) {
            Set<String> on = observations.stream()
                    .filter(observation -> observation.path("facility").asText().equals(facility))
                    .filter(observation -> observation.path("state").asText().equals("ON"))
                    .map(observation -> observation.path("acquisition").asText())
                    .collect(Collectors.toSet());
            assertThat(on).as(facility).containsExactly(LAST);
        }
    }

    @Test
    void hotSpotsIncludeFiveBuildingsWithoutOutlinesAndNameTheNearest() {
        List<JsonNode> spots = json("hotspots", LAST, "--data", store, "--format", "json");
        assertThat(spots.stream()
                        .filter(spot -> spot.path("nearestMetres").asDouble() < 30)
                        .map(spot -> spot.path("nearest").asText())
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(5)
                .contains("amos", "samas-electronics");
    }

    @Test
    void aMissingObservationIsNeverShownAsCold() {
        List<JsonNode> unseen = observations.stream()
                .filter(observation -> !observation.path("status").asText().equals("OBSERVED"))
                .toList();
        assertThat(unseen).isNotEmpty().allSatisfy(observation -> {
            assertThat(observation.path("score").isNull()).isTrue();
            assertThat(observation.path("effectiveKelvin").isNull()).isTrue();
            assertThat(observation.path("confidence").isNull()).isTrue();
            assertThat(observation.path("flags").get(0).asText()).isNotBlank();
        });
        assertThat(unseen.stream().map(observation -> observation.path("status").asText()))
                .contains("NO_OBSERVATION");
        assertThat(json("history", "amos", "--data", store, "--format", "json"))
                .isEqualTo(observations.stream()
                        .filter(observation ->
                                observation.path("facility").asText().equals("amos"))
                        .toList());
        String table = CommandLineRun.of("history", "amos", "--data", store).out();
        assertThat(table.lines().filter(line -> line.contains("not observed")))
                .isNotEmpty()
                .noneMatch(line -> line.contains(" K "));
    }

    @Test
    void everyMailIsValidAndSaysThatItIsSimulated() throws IOException, MessagingException {
        List<Path> files;
        try (Stream<Path> all = Files.list(store.resolve("outbox"))) {
            files = all.toList();
        }
        Map<String, Long> kinds =
                files.stream().collect(Collectors.groupingBy(DemoIT::kindOfMail, Collectors.counting()));
        assertThat(kinds).containsKeys("activity", "suspect", "digest");
        for (Path file : files) {
            try (InputStream bytes = Files.newInputStream(file)) {
                MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), bytes);
                assertThat(mail.getSubject()).startsWith("SIMULATED Kaesong").hasSizeLessThan(100);
                assertThat(mail.getContent().toString()).contains("SIMULATED DATA", "As of");
            }
        }
        List<JsonNode> alerts = new ArrayList<>(json("alerts", "--data", store, "--format", "json"));
        alerts.addAll(json("alerts", "--data", store, "--site", BLIND, "--format", "json"));
        assertThat(alerts)
                .hasSameSizeAs(files)
                .allMatch(alert -> !alert.path("deliveredAt").isNull());
        assertThat(CommandLineRun.of("alerts", "--data", store, "--kind", "activity", "--latest")
                        .out())
                .startsWith("SIMULATED Kaesong: Amos and 4 more ON, 2025-11-04\n\nAmos, Samas Electronics, ");
    }

    /** The kind is the part before the id of the run: {@code 2025-11-04-kaesong-simulated-activity-7e0c.eml}. */
    private static String kindOfMail(Path file) {
        String[] parts = String.valueOf(file.getFileName()).split("-", -1);
        return parts[parts.length - 2];
    }

    @Test
    void theDemoFindsTheFiveHotBuildingsWithoutTheirOutlines() {
        assertThat(DEMO.run().code()).as(DEMO.run().err()).isZero();
        Site truth = SiteFile.read(Installation.file("sites/kaesong-simulated.geojson"));
        List<JsonNode> sources = json("sources", "--site", BLIND, "--data", store, "--format", "json").stream()
                .filter(source ->
                        List.of("ON", "SUSPECT").contains(source.path("state").asText()))
                .toList();
        assertThat(sources).allMatch(source -> source.path("simulated").asBoolean());
        for (String facility : NAMED) {
            assertThat(sources).as(facility).anyMatch(source -> metres(truth, facility, source) < 30);
        }
        assertThat(sources)
                .as("all sources are at buildings")
                .allMatch(source -> truth.features().stream()
                        .anyMatch(feature -> feature.role() != Role.SITE && metres(truth, feature.id(), source) < 60));
        assertThat(DEMO.run().out())
                .contains(
                        "The same scenes without outlines",
                        "5 of the 5 buildings were found without outlines",
                        "Heat sources where nothing runs: 0");
    }

    /** Distance of a place from the true outline of a feature, 0 inside. */
    private static double metres(Site truth, String featureId, JsonNode place) {
        Coordinate position = truth.utm()
                .toUtm(
                        place.path("longitude").asDouble(),
                        place.path("latitude").asDouble());
        return truth.feature(featureId)
                .orElseThrow()
                .footprint()
                .utm()
                .distance(new GeometryFactory().createPoint(position));
    }

    @Test
    void theSiteWithoutOutlinesNamesNoFacility() {
        String mail = CommandLineRun.of("alerts", "--data", store, "--site", BLIND, "--kind", "activity", "--latest")
                .out();
        assertThat(mail).startsWith("SIMULATED Kaesong, no outlines: ").containsPattern("37\\.\\d{4} N 126\\.\\d{4} E");
        assertThat(mail).doesNotContain("Amos", "Samas", "Jaeyoung", "Seokchon", "In the F");
    }

    @Test
    void picturesAreDrawn() throws IOException {
        for (String name :
                List.of("heatmap.png", "charts/all.png", "charts/amos.png", "composite.png", "charts/activity.png")) {
            BufferedImage picture = ImageIO.read(store.resolve(name).toFile());
            assertThat(picture.getWidth()).as(name).isGreaterThan(1000);
        }
        Path again = store.resolveSibling("again.png");
        assertThat(CommandLineRun.of("heatmap", LAST, "-o", again, "--data", store)
                        .code())
                .isZero();
        assertThat(again).hasSameBinaryContentAs(store.resolve("heatmap.png"));
    }

    @Test
    void exportsContainTheHistory() throws IOException {
        Path csv = store.resolveSibling("looks.csv");
        assertThat(CommandLineRun.of("export", "--format", "csv", "-o", csv, "--data", store)
                        .code())
                .isZero();
        assertThat(Files.readAllLines(csv))
                .hasSize(observations.size() + 1)
                .first()
                .asString()
                .startsWith("id,datetime,site,facility,");
        JsonNode collection = CommandLineRun.of("export", "--format", "geojson", "--data", store)
                .json();
        assertThat(collection.path("simulated").asBoolean()).isTrue();
        List<JsonNode> features = StreamSupport.stream(
                        collection.path("features").spliterator(), false)
                .toList();
        assertThat(features.stream()
                        .filter(f -> f.path("properties").path("state").asText().equals("ON")))
                .hasSize(NAMED.size());
        assertThat(CommandLineRun.of("export", "--format", "geojson", "--of", "hotspots", "--data", store)
                        .json()
                        .path("features"))
                .hasSizeGreaterThanOrEqualTo(5);
        Path kmz = store.resolveSibling("facilities.kmz");
        assertThat(CommandLineRun.of("export", "--format", "kml", "-o", kmz, "--data", store)
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(kmz)).startsWith('P', 'K');
    }
}
