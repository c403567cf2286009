package org.heatwatch.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ProductRank;
import org.heatwatch.simulator.SimulatedProductName.Level;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The calendar of the shipped story. */
final class SimulatedStoryTest {
    private static final LocalDate ANNOUNCED = LocalDate.of(2025, 11, 4);

    private static Map<Acquisition, List<StoryProduct>> byAcquisition(SimulatedStory story) {
        return story.products().stream()
                .collect(Collectors.groupingBy(product -> product.taken().acquisition()));
    }

    @Test
    void threeClearPassesShowTheFactoriesRunning() {
        List<StoryProduct> products = Shipped.story(StoryForm.QUICK).products();

        assertThat(products.subList(products.size() - 3, products.size()))
                .extracting(
                        product -> product.taken().date(),
                        product -> product.name().satellite(),
                        product -> product.name().tier(),
                        StoryProduct::sky)
                .containsExactlyInAnyOrder(
                        tuple(LocalDate.of(2025, 10, 19), SimulatedSatellite.LANDSAT_8, Tier.RT, SkyCover.CLEAR),
                        tuple(LocalDate.of(2025, 10, 27), SimulatedSatellite.LANDSAT_9, Tier.T1, SkyCover.CLEAR),
                        tuple(ANNOUNCED, SimulatedSatellite.LANDSAT_8, Tier.RT, SkyCover.CLEAR));
    }

    @Test
    void theNamedFactoriesStartAfterThePassOf11October() {
        SimulatedStory story = Shipped.story(StoryForm.QUICK);

        for (Feature facility : Shipped.SITE.features(Role.FACILITY)) {
            assertThat(story.truth(facility.id(), LocalDate.of(2025, 10, 11))).isZero();
            assertThat(story.truth(facility.id(), LocalDate.of(2025, 10, 19))).isBetween(1.0, 2.5);
            assertThat(story.truth(facility.id(), LocalDate.of(2025, 10, 27))).isBetween(4.0, 12.0);
            assertThat(story.truth(facility.id(), LocalDate.of(2015, 5, 1))).isPositive();
            assertThat(story.truth(facility.id(), LocalDate.of(2018, 5, 1))).isZero();
        }
        assertThat(story.truth("amos", ANNOUNCED)).isGreaterThan(story.truth("jaeyoung-solutec", ANNOUNCED));
    }

    @Test
    void controlsAndReferenceParcelsHaveNoMachine() {
        SimulatedStory story = Shipped.story(StoryForm.FULL);

        for (Role role : List.of(Role.CONTROL, Role.REFERENCE)) {
            for (Feature feature : Shipped.SITE.features(role)) {
                assertThat(story.products())
                        .allMatch(product ->
                                story.truth(feature.id(), product.taken().date()) == 0);
            }
        }
    }

    @Test
    void earlyUseStaysClearOfFactoriesAndControls() {
        LocalDate day = LocalDate.of(2025, 9, 1);
        SimulatedStory story = Shipped.story(StoryForm.QUICK);
        List<Feature> inUse = Shipped.SITE.features().stream()
                .filter(feature -> story.truth(feature.id(), day) > 0)
                .toList();

        assertThat(inUse).hasSize(6).allMatch(feature -> feature.role() == Role.BUILDING);
        for (Feature building : inUse) {
            for (Role role : List.of(Role.FACILITY, Role.CONTROL)) {
                assertThat(Shipped.SITE.features(role))
                        .allSatisfy(other -> assertThat(building.footprint()
                                        .utm()
                                        .distance(other.footprint().utm()))
                                .isGreaterThan(200));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void productsAreInTheOrderOfPublicationUpToTheLastDay(StoryForm form) {
        SimulatedStory story = Shipped.story(form);

        assertThat(story.products()).isSortedAccordingTo(Comparator.comparing(StoryProduct::publishedAt));
        assertThat(story.lastDay()).isEqualTo(ANNOUNCED);
        assertThat(story.products()
                        .getLast()
                        .publishedAt()
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate())
                .isEqualTo(ANNOUNCED);
    }

    @ParameterizedTest
    @EnumSource
    void everyNameIsAProductIdInTheLayoutOfTheBucket(StoryForm form) {
        for (StoryProduct product : Shipped.story(form).products()) {
            ProductId id = ProductId.parse(product.name().id());
            assertThat(id.acquisition()).isEqualTo(product.taken().acquisition());
            assertThat(id.keyPrefix()).isEqualTo(product.name().prefix());
            assertThat(id.processed())
                    .isEqualTo(product.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate());
        }
    }

    @Test
    void theQuickFormHasOneProductPerPass_theFirstIfLiveOtherwiseTheBest() {
        SimulatedStory story = Shipped.story(StoryForm.QUICK);
        Instant began = story.watchedFrom().atStartOfDay().toInstant(ZoneOffset.UTC);
        Map<Acquisition, List<StoryProduct>> all = byAcquisition(Shipped.story(StoryForm.FULL));

        assertThat(byAcquisition(story)).hasSizeBetween(190, 230).allSatisfy((acquisition, products) -> {
            assertThat(products).hasSize(1);
            StoryProduct chosen = products.getFirst();
            assertThat(chosen.pass()).isEqualTo(Pass.DAY);
            List<StoryProduct> published = Objects.requireNonNull(all.get(acquisition));
            if (acquisition.date().isBefore(story.watchedFrom())) {
                assertThat(published.stream()
                                .filter(other -> other.publishedAt().isBefore(began)))
                        .contains(chosen)
                        .allMatch(other -> rank(other).compareTo(rank(chosen)) <= 0);
            } else {
                assertThat(published).allMatch(other -> !other.publishedAt().isBefore(chosen.publishedAt()));
            }
        });
    }

    private static ProductRank rank(StoryProduct product) {
        return ProductId.parse(product.name().id()).rank();
    }

    @Test
    void landsat8PublishesRealTimeFirstAndNightsHaveNoLevel2() {
        Map<Acquisition, List<StoryProduct>> all = byAcquisition(Shipped.story(StoryForm.FULL));

        assertThat(all.get(Acquisition.parse("LC08_116034_20250901")))
                .extracting(
                        product -> product.name().level(),
                        product -> product.name().tier())
                .containsExactly(tuple(Level.L1TP, Tier.RT), tuple(Level.L1TP, Tier.T1), tuple(Level.L2SP, Tier.T1));
        assertThat(all.get(Acquisition.parse("LC09_116034_20251027")))
                .extracting(
                        product -> product.name().level(),
                        product -> product.name().tier())
                .containsExactly(tuple(Level.L1TP, Tier.T1), tuple(Level.L2SP, Tier.T1));
        assertThat(all.values().stream().flatMap(List::stream))
                .filteredOn(product -> product.pass() == Pass.NIGHT)
                .isNotEmpty()
                .noneMatch(product -> product.name().level() == Level.L2SP);
    }

    @Test
    void aThirdOfThePassesOfTheReferencePeriodIsClear() {
        long seen = Shipped.story(StoryForm.QUICK).products().stream()
                .filter(product -> product.taken().date().getYear() <= 2020)
                .filter(product -> product.sky() != SkyCover.OVERCAST)
                .count();

        assertThat(seen).isBetween(32L, 42L);
    }
}
