package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.heatwatch.simulator.Atmosphere;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** Commands on products in the layout of the archive. */
final class ScoreTest {
    private static final Path SITE_FILE = Installation.file("sites/kaesong-simulated.geojson");
    private static final Site SITE = SiteFile.read(SITE_FILE);
    private static final LocalDate DAY = LocalDate.of(2025, 11, 4);
    private static final SimulatedProductName LEVEL_1 =
            SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, DAY, Tier.T1);

    @TempDir
    private Path bucket;

    private static SceneSimulator simulator() {
        Coordinate middle =
                SITE.utm().toUtm(SITE.bounds().centre().x, SITE.bounds().centre().y);
        SceneGrid scene = SceneGrid.kaesong();
        return SceneSimulator.at(scene, scene.windowAround(middle.x, middle.y, 190, 190))
                .with(s -> s.withAtmosphere(Atmosphere.of(0.8)))
                .landscapeSeed(3);
    }

    private static double[][] outline(String id) {
        Coordinate[] corners = feature(id).footprint().utm().getCoordinates();
        double[][] polygon = new double[corners.length - 1][];
        for (int i = 0; i < polygon.length; i++) {
            polygon[i] = new double[] {corners[i].x, corners[i].y};
        }
        return polygon;
    }

    private static Feature feature(String id) {
        return SITE.feature(id).orElseThrow();
    }

    private static JsonNode reading(JsonNode report, String facility) {
        for (JsonNode reading : report.get("observations")) {
            if (reading.get("facility").asText().equals(facility)) {
                return reading;
            }
        }
        throw new AssertionError("no reading of " + facility);
    }

    @Test
    void theExcessIncreasesByTheWarmingOfAFactory() {
        SceneSimulator idle = simulator().prepared();
        Path before = idle.simulate(1).write(bucket, LEVEL_1, SceneFacts.day());
        Path after =
                idle.excess(outline("amos"), 5).simulate(1).write(bucket.resolve("warm"), LEVEL_1, SceneFacts.day());

        JsonNode cold = CommandLineRun.of("score", before, "--site", SITE_FILE, "--format", "json")
                .json();
        JsonNode warm = CommandLineRun.of("score", after, "--site", SITE_FILE, "--format", "json")
                .json();

        assertThat(warm.get("samplingGrid").get("resolved").asBoolean()).isTrue();
        assertThat(warm.get("acquisition").asText()).isEqualTo("LC08_116034_20251104");
        assertThat(reading(warm, "amos").get("status").asText()).isEqualTo("OBSERVED");
        double rise = reading(warm, "amos").get("effectiveKelvin").asDouble()
                - reading(cold, "amos").get("effectiveKelvin").asDouble();
        // Above 5 K, since kelvin refer to the median top-of-atmosphere temperature of the scene, which is below that
        // of the roof.
        assertThat(rise).isBetween(4.5, 6.0);
        assertThat(reading(warm, "amos").get("flags").toString()).contains("no idle history", "provisional");
        double control = reading(warm, "support-center").get("effectiveKelvin").asDouble()
                - reading(cold, "support-center").get("effectiveKelvin").asDouble();
        assertThat(control).isBetween(-0.1, 0.1);
    }

    @Test
    void aLevel2ProductProvidesItsTransmittance() {
        Path product = simulator()
                .simulate(2)
                .write(
                        bucket,
                        SimulatedProductName.level2(SimulatedSatellite.LANDSAT_8, 116, 34, DAY, Tier.T1),
                        SceneFacts.day());

        JsonNode report = CommandLineRun.of("score", product, "--site", SITE_FILE, "--format", "json")
                .json();

        assertThat(report.get("tauSource").asText()).isEqualTo("ST_ATRAN");
        assertThat(report.get("samplingGrid").get("resolved").asBoolean()).isTrue();
        assertThat(reading(report, "amos").get("flags").toString()).doesNotContain("provisional");
        JsonNode inspection = CommandLineRun.of("inspect", product, "--site", SITE_FILE, "--format", "json")
                .json();
        assertThat(Math.abs(inspection
                        .get("surfaceTemperatureCheck")
                        .get("biasKelvin")
                        .asDouble()))
                .isLessThan(0.05);
    }

    @Test
    void aFacilityUnderCloudIsNotObserved() {
        Coordinate amos = feature("amos").footprint().utm().getCentroid().getCoordinate();
        Path product = simulator()
                .clouds(List.of(Cloud.blob(amos.x, amos.y, 300)))
                .simulate(3)
                .write(bucket, LEVEL_1, SceneFacts.day());

        JsonNode report = CommandLineRun.of("score", product, "--site", SITE_FILE, "--format", "json")
                .json();

        assertThat(reading(report, "amos").get("status").asText()).isEqualTo("NO_OBSERVATION");
        assertThat(reading(report, "amos").get("effectiveKelvin").isNull()).isTrue();
        assertThat(reading(report, "amos").get("visibleFraction").asDouble()).isLessThan(0.8);
    }

    @Test
    void aFacilityUnderFillIsNotObserved() {
        Coordinate amos = feature("amos").footprint().utm().getCentroid().getCoordinate();
        SceneGrid scene = SceneGrid.kaesong();
        Path product = SceneSimulator.at(scene, scene.windowAround(amos.x + 2100, amos.y, 130, 130))
                .simulate(4)
                .write(bucket, LEVEL_1, SceneFacts.day());

        CommandLineRun run = CommandLineRun.of("score", product, "--site", SITE_FILE);

        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("amos +facility +not observed").contains("hidden or outside the scene");
    }

    @Test
    void inspectWithoutASiteUsesTheClearCentre() {
        Path product = simulator().simulate(5).write(bucket, LEVEL_1, SceneFacts.day());

        JsonNode report =
                CommandLineRun.of("inspect", product, "--format", "json").json();

        assertThat(report.get("samplingGrid").get("resolved").asBoolean()).isTrue();
        assertThat(report.get("samplingGrid").get("rotationDegrees").asDouble()).isBetween(14.3, 15.5);
        assertThat(report.get("clearFraction").asDouble()).isEqualTo(1);
    }
}
