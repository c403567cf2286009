package org.heatwatch.estimation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.SyntheticSite;
import org.heatwatch.estimation.composite.SyntheticSite.Source;
import org.junit.jupiter.api.Test;

final class SourceSearchTest {

    private static SourceSearch search(long seed, List<Source> sources) {
        SyntheticSite site = new SyntheticSite(seed, sources);
        return SourceSearch.of(Composite.of(site.scenes(36, 30), site.area()));
    }

    private static List<LocatedSource> find(long seed, List<Source> sources) {
        SourceSearch search = search(seed, sources);
        return search.find(search.threshold(0.05));
    }

    @Test
    void aSourceIsFoundWhereItIsWithItsAmount() {
        Source truth = new Source(810, 990, 20_000);
        List<LocatedSource> found = find(1, List.of(truth));
        assertThat(found).hasSize(1);
        LocatedSource source = found.getFirst();
        assertThat(source.distance(truth.east(), truth.north())).isLessThan(4 * source.positionError());
        assertThat(source.positionError()).isLessThan(20);
        assertThat(source.kelvinSquareMetres())
                .isCloseTo(truth.kelvinSquareMetres(), within(4 * source.kelvinSquareMetresError()));
    }

    @Test
    void neighboursOneHundredAndThirtyMetresApartAreSeparated() {
        List<LocatedSource> found = find(2, List.of(new Source(800, 900, 30_000), new Source(930, 900, 25_000)));
        assertThat(found).hasSize(2);
        assertThat(found).anySatisfy(s -> assertThat(s.distance(800, 900)).isLessThan(35));
        assertThat(found).anySatisfy(s -> assertThat(s.distance(930, 900)).isLessThan(35));
    }

    @Test
    void anIdleSiteHasFewFalseSources() {
        int idleSites = 12;
        long sitesWithFalseSources = 0;
        for (int seed = 100; seed < 100 + idleSites; seed++) {
            sitesWithFalseSources += find(seed, List.of()).isEmpty() ? 0 : 1;
        }
        // At 5 % a site, three or more of twelve have a probability of 2 %.
        assertThat(sitesWithFalseSources).isLessThanOrEqualTo(2);
    }

    @Test
    void aStrongNeighbourDoesNotHideAWeakSource() {
        List<LocatedSource> found = find(3, List.of(new Source(900, 900, 120_000), new Source(1120, 930, 12_000)));
        assertThat(found).anySatisfy(s -> assertThat(s.distance(1120, 930)).isLessThan(45));
        assertThat(found)
                .allSatisfy(s -> assertThat(Math.min(s.distance(900, 900), s.distance(1120, 930)))
                        .isLessThan(80));
    }

    @Test
    void coldPlacesAreNoSources() {
        assertThat(find(4, List.of(new Source(900, 900, -40_000)))).isEmpty();
    }

    @Test
    void aLowerFalseAlarmRateNeedsAHigherThreshold() {
        SourceSearch search = search(5, List.of());
        assertThat(search.threshold(0.002)).isGreaterThan(search.threshold(0.05));
        assertThat(search.threshold(0.05)).isBetween(3.0, 6.0);
    }

    private static List<LocatedSource> latest(SyntheticSite site, int from, int to) {
        Composite composite = Composite.of(site.scenes(36, 20, from, to), site.area());
        LocalDate third = LocalDate.of(2024, 1, 5).plusDays(16L * 17);
        return SourceSearch.of(composite)
                .latest(
                        composite,
                        () -> composite
                                .of(samples -> !samples.date().isBefore(third))
                                .orElseThrow(),
                        0.001);
    }

    @Test
    void aStrongSourceIsFoundInItsSecondScene() {
        SyntheticSite site = new SyntheticSite(21, List.of(new Source(900, 950, 30_000)));
        assertThat(latest(site, 18, 20)).singleElement().satisfies(source -> {
            assertThat(source.distance(900, 950)).isLessThan(40);
            assertThat(source.kelvinSquareMetres()).isBetween(18_000.0, 45_000.0);
        });
    }

    @Test
    void oneWarmSceneIsNoStart() {
        SyntheticSite site = new SyntheticSite(22, List.of(new Source(900, 950, 60_000)));
        assertThat(latest(site, 19, 20)).isEmpty();
        assertThat(latest(site, 18, 19)).isEmpty();
    }

    @Test
    void scenesWithoutChangeShowNoStart() {
        for (int seed = 31; seed < 37; seed++) {
            SyntheticSite site = new SyntheticSite(seed, List.of(new Source(900, 950, 20_000)));
            assertThat(latest(site, 0, 20)).as("seed " + seed).isEmpty();
        }
    }
}
