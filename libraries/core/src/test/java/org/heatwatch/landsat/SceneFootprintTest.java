package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.site.UtmProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The computed scenes against USGS's list of descending WRS-2 scenes and against the corners of real products. */
final class SceneFootprintTest {
    /** Corners of products differ from those of the thermal band: they include all bands and the fill around them. */
    private static final double OTHER_BANDS_METRES = 3_000;

    /** Centres of the polygons of USGS's file WRS2_descending. */
    @ParameterizedTest
    @CsvSource({
        "001/060, 0.000, -64.600",
        "008/001, 80.777, -7.607",
        "016/033, 38.910, -78.444",
        "020/248, 81.355, -42.251",
        "042/025, 50.287, -114.527",
        "060/010, 70.920, -126.305",
        "073/050, 14.460, -172.731",
        "089/074, -20.233, 155.012",
        "090/020, 57.315, 174.779",
        "100/110, -70.920, 112.985",
        "116/034, 37.480, 126.616",
        "150/074, -20.233, 60.763",
        "171/090, -43.190, 22.019",
        "177/027, 47.455, 35.739",
        "196/024, 51.699, 8.152",
        "200/045, 21.675, -7.308",
        "232/083, -33.182, -69.178",
        "233/120, -81.355, -139.482",
    })
    void centresAreThoseOfTheListOfUsgs(String scene, double latitude, double longitude) {
        SceneFootprint footprint = SceneFootprint.of(WrsScene.parse(scene));
        assertThat(footprint.latitude()).isCloseTo(latitude, within(0.01));
        assertThat(footprint.longitude()).isCloseTo(longitude, within(0.01));
    }

    /** CORNER_*_PROJECTION_*_PRODUCT of real metadata: centres of the outer pixels, in metres. */
    @ParameterizedTest
    @CsvSource({
        "010/065, 32617, 492000, -915900, 720300, -683700",
        "215/065, 32624, 633900, -916800, 862800, -683700",
        "195/025, 32632, 390000, 5449500, 626400, 5689200",
        "195/025, 32632, 390000, 5449200, 626400, 5689500",
        "089/074, 32656, 594300, -2355900, 825900, -2121300",
        "008/059, 32618, 378300, 43500, 606000, 275700",
    })
    void productsOfRealScenesHaveTheirBorderWhereItIsUncertain(
            String scene, int epsg, double west, double south, double east, double north) {
        Envelope product = new Envelope(west, east, south, north);
        product.expandBy(15);
        assertBorderIsUncertain(scene, epsg, product);
    }

    /** The product was cut out of the scene: only its corners in degrees are those of the whole scene. */
    @Test
    void aSceneOfNicaraguaHasItsBorderWhereItIsUncertain() {
        UtmProjection zone = UtmProjection.ofEpsg(32616);
        Envelope product = new Envelope(zone.toUtm(-87.55203, 14.05881), zone.toUtm(-85.45898, 11.95550));
        assertBorderIsUncertain("017/051", 32616, product);
    }

    @Test
    void aSceneNearTheSouthPoleHasItsCentreWhereItsProductHas() {
        SceneFootprint footprint = SceneFootprint.of(new WrsScene(99, 120));
        Ellipsoid.Vector centre = new Ellipsoid.Vector(0, 0, 0);
        double[][] corners = {{56.02976, -81.86960}, {63.79879, -79.72069}, {73.01751, -82.94699}, {77.42591, -80.54649}
        };
        for (double[] corner : corners) {
            Ellipsoid.Vector at = Ellipsoid.surface(corner[0], corner[1]);
            centre = new Ellipsoid.Vector(centre.x() + at.x() / 4, centre.y() + at.y() / 4, centre.z() + at.z() / 4);
        }
        Ellipsoid.Vector computed = Ellipsoid.surface(footprint.longitude(), footprint.latitude());
        assertThat(computed.unit().minus(centre.unit()).length() * 6_371_000).isLessThan(3_000);
    }

    /** Corners of the footprint of the image in USGS's STAC items. */
    @ParameterizedTest
    @CsvSource({
        "010/065, -80.676808, -6.190873, -79.02685, -6.540443, -79.392959, -8.277875, -81.052305, -7.923717",
        "008/059, -75.707317, 2.488031, -74.074979, 2.138359, -74.444120, 0.399917, -76.076326, 0.752919",
        "089/074, 154.336159, -19.184360, 156.076512, -19.545008, 155.684676, -21.275835, 153.924523, -20.910370",
    })
    void cornersOfRealImagesAreWhereTheBorderIsUncertain(
            String scene, double x1, double y1, double x2, double y2, double x3, double y3, double x4, double y4) {
        double[][] corners = {{x1, y1}, {x2, y2}, {x3, y3}, {x4, y4}};
        SceneFootprint footprint = SceneFootprint.of(WrsScene.parse(scene));
        for (double[] corner : corners) {
            SceneCoverage coverage = footprint.coverage(corner[0], corner[1], corner[0], corner[1]);
            assertThat(Math.abs(coverage.alongMarginMetres())).isLessThan(SceneFootprint.UNCERTAIN_ALONG_METRES);
            assertThat(Math.abs(coverage.acrossMarginMetres())).isLessThan(SceneFootprint.UNCERTAIN_ACROSS_METRES);
        }
    }

    /** Each side of a product is between the part that is shown for certain and the largest possible one. */
    private static void assertBorderIsUncertain(String scene, int epsg, Envelope product) {
        Envelope certain =
                extent(scene, epsg, -SceneFootprint.UNCERTAIN_ALONG_METRES, -SceneFootprint.UNCERTAIN_ACROSS_METRES);
        Envelope possible =
                extent(scene, epsg, SceneFootprint.UNCERTAIN_ALONG_METRES, SceneFootprint.UNCERTAIN_ACROSS_METRES);
        assertThat(product.covers(certain)).as("%s covers %s", product, certain).isTrue();
        possible.expandBy(OTHER_BANDS_METRES);
        assertThat(possible.covers(product))
                .as("%s covers %s", possible, product)
                .isTrue();
    }

    /** Extent, in metres, of the footprint whose length and width are changed by twice these amounts. */
    private static Envelope extent(String scene, int epsg, double along, double across) {
        UtmProjection zone = UtmProjection.ofEpsg(epsg);
        SceneFootprint footprint = SceneFootprint.of(WrsScene.parse(scene));
        Coordinate centre = zone.toUtm(footprint.longitude(), footprint.latitude());
        Envelope extent = new Envelope();
        for (Coordinate point : points(footprint, along, across)) {
            extent.expandToInclude(zone.toUtm(point.x, point.y));
        }
        assertThat(extent.contains(centre)).isTrue();
        return extent;
    }

    /** Points of the footprint in degrees, about 1 km apart. */
    private static List<Coordinate> points(SceneFootprint footprint, double along, double across) {
        List<Coordinate> points = new ArrayList<>();
        double step = 0.01;
        for (double x = -2.5; x <= 2.5; x += step) {
            for (double y = -1.5; y <= 1.5; y += step) {
                double longitude = footprint.longitude() + x;
                double latitude = footprint.latitude() + y;
                SceneCoverage at = footprint.coverage(longitude, latitude, longitude, latitude);
                if (at.alongMarginMetres() >= -along && at.acrossMarginMetres() >= -across) {
                    points.add(new Coordinate(longitude, latitude));
                }
            }
        }
        return points;
    }
}
