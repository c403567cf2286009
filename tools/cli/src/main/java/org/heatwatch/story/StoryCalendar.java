package org.heatwatch.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.site.WatchedScene;

/** The products of a story in the order of their publication. */
record StoryCalendar(Scenario scenario, Site site) {

    /** Rejects a sky that is pinned to a day without a pass, where it would have no effect. */
    void requirePinnedPasses() {
        for (PinnedSky pin : scenario.climate().pinned()) {
            boolean isPassed = site.scenes().stream()
                    .filter(watched -> watched.pass() == pin.pass())
                    .anyMatch(watched -> !OrbitCalendar.passes(watched.scene(), pin.date(), pin.date())
                            .isEmpty());
            if (!isPassed) {
                throw new BadScenario("%s: skies: on %s there is no %s pass of site %s; give the date of one"
                        .formatted(
                                scenario.source(), pin.date(), pin.pass().name().toLowerCase(Locale.ROOT), site.id()));
            }
        }
    }

    /** The products of a form of the story, in the order of publication. */
    List<StoryProduct> products(StoryForm form) {
        List<StoryProduct> products = new ArrayList<>();
        for (WatchedScene watched : site.scenes()) {
            Pass pass = watched.pass();
            Days days = scenario.days();
            for (ExpectedPass expected : OrbitCalendar.passes(watched.scene(), days.from(), days.to())) {
                SkyCover sky = scenario.climate().sky(expected, pass, scenario.seed());
                if (sky != SkyCover.MISSING) {
                    products.addAll(of(new ProductSchedule(expected, pass, sky), form));
                }
            }
        }
        products.sort(Comparator.comparing(StoryProduct::publishedAt)
                .thenComparing(product -> product.name().id()));
        return List.copyOf(products);
    }

    private List<StoryProduct> of(ProductSchedule schedule, StoryForm form) {
        Instant end = scenario.days().to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<StoryProduct> published = schedule.products(scenario.seed()).stream()
                .filter(product -> product.publishedAt().isBefore(end))
                .toList();
        return switch (form) {
            case FULL -> published;
            case QUICK -> isQuick(schedule) ? one(schedule, published) : List.of();
        };
    }

    /** The first product of a live pass; of an earlier pass, the best one that was published before the watch began. */
    private List<StoryProduct> one(ProductSchedule schedule, List<StoryProduct> published) {
        if (!schedule.taken().date().isBefore(scenario.watchedFrom())) {
            return published.stream().limit(1).toList();
        }
        Instant began = scenario.watchedFrom().atStartOfDay().toInstant(ZoneOffset.UTC);
        return best(published.stream()
                .filter(product -> product.publishedAt().isBefore(began))
                .toList());
    }

    private boolean isQuick(ProductSchedule schedule) {
        LocalDate date = schedule.taken().date();
        return schedule.pass() == Pass.DAY && scenario.quick().stream().anyMatch(days -> days.contains(date));
    }

    private static List<StoryProduct> best(List<StoryProduct> products) {
        return products.stream()
                .max(Comparator.comparing(
                        product -> ProductId.parse(product.name().id()).rank()))
                .stream()
                .toList();
    }
}
