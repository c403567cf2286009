package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.OrbitTrack;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.score.ZoneTransfer;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.site.UtmProjection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** A site near the border of two UTM zones, and a product in the zone that is not the site's. */
final class AdjacentZoneTest {
    private static final double LONGITUDE = 126.02;
    private static final double LATITUDE = 37.93;
    private static final UtmProjection WEST = UtmProjection.ofEpsg(32651);
    private static final UtmProjection EAST = UtmProjection.ofEpsg(32652);
    private static final int PIXELS = 128;

    @TempDir
    private static Path folder;

    private static Coordinate hot;

    private static Site site(int epsg, String grid) {
        return SiteFile.parse("""
                {"type": "FeatureCollection", "id": "border", "name": "Border", "utmZone": %d,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"%s}], "reference": [],
                 "bounds": [126.017, 37.928, 126.023, 37.932], "features": []}
                """.formatted(epsg, grid), "border");
    }

    @BeforeAll
    static void publish() {
        Coordinate centre = WEST.toUtm(LONGITUDE, LATITUDE);
        double west = 30 * Math.rint(centre.x / 30) - PIXELS / 2 * 30 - 15;
        double north = 30 * Math.rint(centre.y / 30) + PIXELS / 2 * 30 + 15;
        hot = new Coordinate(centre.x + 420, centre.y - 330);
        double[][] building = {
            {hot.x - 60, hot.y - 60}, {hot.x + 60, hot.y - 60}, {hot.x + 60, hot.y + 60}, {hot.x - 60, hot.y + 60}
        };
        SceneSimulator.at(new SceneGrid(32651, west, north, PIXELS, PIXELS), new PixelWindow(0, 0, PIXELS, PIXELS))
                .landscapeSeed(7)
                .rotationPrior(OrbitTrack.rotationDegrees(
                        LATITUDE, WEST.convergenceDegrees(LONGITUDE, LATITUDE), OrbitTrack.isAscending(34)))
                .excess(building, 60)
                .simulate(1)
                .write(folder, name(), SceneFacts.day());
    }

    private static SimulatedProductName name() {
        return SimulatedProductName.level1(
                SimulatedSatellite.LANDSAT_8, 116, 34, LocalDate.of(2025, 10, 3), SimulatedProductName.Tier.T1);
    }

    private static Clip clip(Site site) {
        return Product.open(DirectoryProduct.in(
                        folder.resolve(ProductId.parse(name().id()).keyPrefix())))
                .clip(site);
    }

    private static NativeSamples samples(Site site) {
        Recovery recovery = SampleExtractor.current().extract(clip(site), site);
        assertThat(recovery).isInstanceOf(Recovery.Resolved.class);
        return ((Recovery.Resolved) recovery).samples();
    }

    @Test
    void theSamplesAreThoseOfTheProductExpressedInTheZoneOfTheSite() {
        NativeSamples own = samples(site(32651, ""));
        NativeSamples other = samples(site(32652, ""));

        assertThat(other.count()).isBetween(own.count() * 9 / 10, own.count() * 11 / 10);
        assertThat(other.grid().geometry().rotationDegrees()
                        - own.grid().geometry().rotationDegrees())
                .isCloseTo(
                        WEST.convergenceDegrees(LONGITUDE, LATITUDE) - EAST.convergenceDegrees(LONGITUDE, LATITUDE),
                        within(0.05));
        for (NativeSamples samples : new NativeSamples[] {own, other}) {
            UtmProjection zone = samples == own ? WEST : EAST;
            int hottest = IntStream.range(0, samples.count())
                    .boxed()
                    .max(Comparator.comparingDouble(samples::value))
                    .orElseThrow();
            Coordinate lonLat = WEST.toLonLat(hot.x, hot.y);
            Coordinate at = zone.toUtm(lonLat.x, lonLat.y);
            assertThat(at.distance(new Coordinate(samples.east(hottest), samples.north(hottest))))
                    .isLessThan(75);
        }
    }

    @Test
    void aGridFrozenInTheZoneOfTheSiteIsUsedInTheZoneOfTheProduct() {
        GridGeometry measured = samples(site(32652, "")).grid().geometry();
        Site frozen = site(
                32652,
                ", \"grid\": {\"rotationDegrees\": %s, \"acrossMetres\": %s, \"alongMetres\": %s, \"shear\": %s}"
                        .formatted(
                                measured.rotationDegrees(),
                                measured.acrossMetres(),
                                measured.alongMetres(),
                                measured.shear()));
        assertThat(samples(frozen).grid().geometry().rotationDegrees())
                .isCloseTo(measured.rotationDegrees(), within(0.05));
        assertThat(ZoneTransfer.recover(clip(frozen), frozen)).isInstanceOf(Recovery.Resolved.class);
    }

    @Test
    void aZoneThatIsNotAdjacentIsRefusedWithoutAdviceThatCannotHelp() {
        Site far = new Site(
                "far",
                site(32652, "").presentation(),
                UtmProjection.ofEpsg(32654),
                site(32652, "").scenes(),
                site(32652, "").referencePeriods(),
                site(32652, "").bounds(),
                site(32652, "").features());
        assertThatThrownBy(() -> clip(far))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContaining("neither the zone of site far, EPSG:32654, nor adjacent to it");
    }
}
