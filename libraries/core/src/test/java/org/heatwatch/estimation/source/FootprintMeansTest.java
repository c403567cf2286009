package org.heatwatch.estimation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.SyntheticSite;
import org.heatwatch.estimation.composite.SyntheticSite.Source;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class FootprintMeansTest {
    /** A building of this side, blurred by the point spread, has the extent of a synthetic source. */
    private static final double SIDE_METRES = 84;

    private static Composite composite(long seed, List<Source> sources) {
        SyntheticSite site = new SyntheticSite(seed, sources);
        return Composite.of(site.scenes(36, 30), site.area());
    }

    private static Geometry building(double east, double north) {
        Envelope outline = new Envelope(east, east, north, north);
        outline.expandBy(SIDE_METRES / 2);
        return new GeometryFactory().toGeometry(outline);
    }

    private static Source warm(double east, double north, double kelvin) {
        return new Source(east, north, kelvin * SIDE_METRES * SIDE_METRES);
    }

    @Test
    void aBuildingHasItsMeanExcess() {
        FootprintMeans.Mean mean = FootprintMeans.of(
                        composite(1, List.of(warm(810, 990, 3))), List.of(building(810, 990)))
                .getFirst();
        assertThat(mean.kelvin()).isCloseTo(3, within(4 * mean.standardError()));
        assertThat(mean.standardError()).isBetween(0.05, 0.5);
        assertThat(mean.z()).isGreaterThan(8);
    }

    @Test
    void anIdleBuildingNextToAWarmOneIsIdle() {
        List<FootprintMeans.Mean> means = FootprintMeans.of(
                composite(2, List.of(warm(800, 900, 5))), List.of(building(800, 900), building(930, 900)));
        assertThat(means.getFirst().z()).isGreaterThan(8);
        assertThat(means.getLast().kelvin())
                .isCloseTo(0, within(4 * means.getLast().standardError()));
    }

    @Test
    void theErrorsOfIdleBuildingsAreRight() {
        List<Geometry> buildings = new ArrayList<>();
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 6; column++) {
                buildings.add(building(450 + 170 * column, 450 + 170 * row));
            }
        }
        double sum = 0;
        int sites = 6;
        for (int seed = 50; seed < 50 + sites; seed++) {
            for (FootprintMeans.Mean mean : FootprintMeans.of(composite(seed, List.of()), buildings)) {
                sum += mean.z() * mean.z() / buildings.size() / sites;
            }
        }
        assertThat(Math.sqrt(sum)).isBetween(0.8, 1.25);
    }

    @Test
    void twoBuildingsWithOneOutlineAreRefused() {
        Composite composite = composite(3, List.of());
        assertThatThrownBy(() -> FootprintMeans.of(composite, List.of(building(800, 900), building(800, 900))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same outline");
    }
}
