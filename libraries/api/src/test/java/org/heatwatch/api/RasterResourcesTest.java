package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heatwatch.intake.ClipStore;
import org.junit.jupiter.api.Test;

/** Excesses and composites as GeoTIFF, and the assets that lead to them. */
final class RasterResourcesTest {
    private final ApiClient api = new ApiClient(
            new KnownSite("here", "Factory", 3).withSources().publish(60).sources());

    @Test
    void theExcessOfAPassAndTheCompositeAreRastersThatCanBeReadInParts() {
        for (String path : List.of("/heatmaps/LC08_116034_20130425.tif", "/composites/latest.tif")) {
            Response raster = api.get(path);
            assertThat(raster.headers())
                    .as(path)
                    .containsEntry("Content-Type", "image/tiff; application=geotiff")
                    .containsEntry("Accept-Ranges", "bytes");
            assertThat(raster.headers().get("Content-Disposition")).contains("here_simulated_");
            assertThat(raster.body()).startsWith('I', 'I', 42, 0);
            assertThat(new String(raster.body(), StandardCharsets.UTF_8)).contains("SIMULATED DATA", "standard error");
        }
    }

    @Test
    void assetsOfRastersDescribeTheirBands() {
        for (String path : List.of(
                "/collections/scenes/items/here:LC08_116034_20130425|excess",
                "/collections/sources/items/here:source-1|composite-raster")) {
            String[] parts = path.split("\\|", -1);
            JsonNode asset = api.json(parts[0]).path("assets").path(parts[1]);
            assertThat(asset.path("type").asText()).as(path).isEqualTo("image/tiff; application=geotiff");
            assertThat(asset.at("/bands/0/name").asText()).isEqualTo("excess");
            assertThat(asset.at("/bands/1/name").asText()).isEqualTo("standard_error");
            assertThat(asset.at("/bands/1/unit").asText()).isEqualTo("K");
            assertThat(asset.at("/bands/0/nodata").asText()).isEqualTo("nan");
            String address = asset.path("href").asText();
            assertThat(api.get(address.substring(address.indexOf("/v1/") + 3)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSceneOfAnOverpassThatAnotherSceneRepresentsHasTheExcessOfTheOverpass() {
        ApiClient inTwoRows = new ApiClient(KnownSite.inTwoRows().publish(12).sources());
        assertThat(inTwoRows.get("/heatmaps/LC08_116033_20130425.tif").body())
                .isEqualTo(inTwoRows.get("/heatmaps/LC08_116034_20130425.tif").body());
    }

    @Test
    void whatWasNotPublishedIsNotFound() {
        Response composite =
                new ApiClient(new KnownSite("here", "Factory", 3).publish(60).sources()).get("/composites/latest.tif");
        assertThat(composite.status()).isEqualTo(404);
        assertThat(ApiClient.text(composite)).contains("needs scenes of the reference period");
        assertThat(api.get("/heatmaps/LC08_116034_19990425.tif").status()).isEqualTo(404);
    }

    /** The start of a clip as GDAL writes it: 222 x 209 pixels with the scale of Landsat 8. */
    private static Sources withClip(Sources sources, byte[] clip) {
        return new Sources(sources.ledger(), sources.outbox(), sources.histories(), sources.times(), new ClipStore() {
            @Override
            public void put(String key, byte[] bytes) {
                throw new UnsupportedOperationException("the API writes nothing");
            }

            @Override
            public Optional<byte[]> get(String key) {
                return Optional.of(clip);
            }
        });
    }

    @Test
    void assetsOfScenesSayWhereTheirPixelsLieAndHowTheyAreScaled() throws IOException {
        byte[] clip = Objects.requireNonNull(RasterResourcesTest.class.getResourceAsStream("/clip-of-landsat-8.tif"))
                .readAllBytes();
        ApiClient withClips = new ApiClient(
                withClip(new KnownSite("here", "Factory", 3).publish(60).sources(), clip));
        JsonNode scene = withClips.json("/collections/scenes/items/here:LC08_116034_20130425");
        assertThat(scene.path("stac_extensions").toString())
                .contains("/projection/v2.0.0/schema.json", "/raster/v2.0.0/schema.json");
        JsonNode asset = scene.at("/assets/clip");
        assertThat(asset.path("proj:code").asText()).isEqualTo("EPSG:32652");
        assertThat(asset.path("proj:shape").toString()).isEqualTo("[209,222]");
        assertThat(asset.path("proj:transform").toString()).isEqualTo("[30.0,0.0,288675.0,0.0,-30.0,4204185.0]");
        assertThat(asset.at("/bands/0/raster:scale").asDouble()).isEqualTo(3.342e-4);
        assertThat(asset.at("/bands/0/raster:offset").asDouble()).isEqualTo(0.1);
        assertThat(asset.at("/bands/1").has("raster:scale")).isFalse();
        assertThat(scene.at("/assets/excess/proj:transform/0").asDouble()).isEqualTo(30);
    }

    @Test
    void aRasterWhoseHeaderIsUnknownHasNoProjection() {
        JsonNode scene = api.json("/collections/scenes/items/here:LC08_116034_20130425");
        assertThat(scene.at("/assets/clip").has("proj:code"))
                .as("the stored clip is no GeoTIFF")
                .isFalse();
        assertThat(scene.path("stac_extensions")).hasSize(1);
    }
}
