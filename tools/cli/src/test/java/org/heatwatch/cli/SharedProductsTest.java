package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real products outside the repository; they are decimated, so that no grid can be recovered. */
final class SharedProductsTest {
    private static final Path PRODUCTS = Installation.file("../shared/landsat/products");

    @TempDir
    private Path folder;

    private static Path product(String id) {
        Path product = PRODUCTS.resolve(id);
        assumeTrue(Files.isDirectory(product), "skipped: the real product " + id + " is not beside the project");
        return product;
    }

    /** A site at the centre of a product. */
    private Path site(int epsg, String scene, double west, double south) throws IOException {
        String ring = "[[[%1$f,%2$f],[%3$f,%2$f],[%3$f,%4$f],[%1$f,%4$f],[%1$f,%2$f]]]"
                .formatted(west + 0.01, south + 0.01, west + 0.02, south + 0.02);
        String text = """
                {"type":"FeatureCollection","id":"somewhere","name":"Somewhere","utmZone":%d,"scenes":[%s],"reference":[],
                "bounds":[%f,%f,%f,%f],"features":[{"type":"Feature","id":"roof","properties":{"id":"roof","name":"Hall",
                "role":"facility","source":"test","accuracyMetres":0,"verified":true},
                "geometry":{"type":"Polygon","coordinates":%s}}]}
                """.formatted(epsg, scene, west, south, west + 0.05, south + 0.05, ring);
        return Files.writeString(folder.resolve("site.geojson"), text);
    }

    @Test
    void theSurfaceTemperatureOfARealProductAgreesWithItsParts() {
        Path product = product("LC08_L2SP_008059_20191201_20200825_02_T1");

        JsonNode report =
                CommandLineRun.of("inspect", product, "--format", "json").json();

        JsonNode check = report.get("surfaceTemperatureCheck");
        assertThat(check.get("biasKelvin").asDouble()).isBetween(-0.2, 0.2);
        assertThat(check.get("stdKelvin").asDouble()).isLessThan(0.1);
        assertThat(check.get("pixels").asLong()).isGreaterThan(10_000);
        assertThat(report.get("samplingGrid").get("resolved").asBoolean()).isFalse();
    }

    @Test
    void aRealLevel1ProductIsInspected() {
        Path product = product("LC08_L1GT_089074_20220506_20220512_02_T2");

        JsonNode report =
                CommandLineRun.of("inspect", product, "--format", "json").json();

        assertThat(report.get("level").asText()).isEqualTo("L1GT");
        assertThat(report.get("brightnessTemperatureKelvin").get("p50").asDouble())
                .isBetween(270.0, 300.0);
        assertThat(report.get("samplingGrid").get("resolved").asBoolean()).isFalse();
    }

    @Test
    void anUnresolvedGridGivesNoObservationAndNoError() throws IOException {
        Path level2 = product("LC08_L2SP_008059_20191201_20200825_02_T1");
        Path level1 = product("LC08_L1GT_089074_20220506_20220512_02_T2");

        for (CommandLineRun run : new CommandLineRun[] {
            CommandLineRun.of(
                    "score",
                    level2,
                    "--site",
                    site(32618, "{\"path\":8,\"row\":59,\"pass\":\"day\"}", -75.0, 1.4),
                    "--format",
                    "json"),
            CommandLineRun.of(
                    "score",
                    level1,
                    "--site",
                    site(32656, "{\"path\":89,\"row\":74,\"pass\":\"day\"}", 155.0, -20.2),
                    "--format",
                    "json")
        }) {
            assertThat(run.code()).isZero();
            JsonNode reading = run.json().get("observations").get(0);
            assertThat(reading.get("status").asText()).isEqualTo("NO_OBSERVATION");
            assertThat(reading.get("flags").toString()).contains("grid unresolved");
        }
    }

    @Test
    void aRealProductWithoutQualityBandIsReported() {
        Path product = product("LC08_L2SP_017051_20151205_20200908_02_T1");

        CommandLineRun run = CommandLineRun.of("inspect", product);

        assertThat(run.code()).isEqualTo(HeatWatch.FAILED);
        assertThat(run.err()).contains("has no file");
    }
}
