package org.heatwatch.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.intake.OrbitCalendar;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.site.WatchedScene;

/** The products of a story in the order of their publication. */
record Calendar(Scenario scenario, Site site) {

    /** Refuses a sky that is pinned to a day without a pass: it would otherwise come to nothing. */
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

    List<StoryProduct> products(StoryForm form) {
        List<StoryProduct> products = new ArrayList<>();
        for (WatchedScene watched : site.scenes()) {
            Pass pass = watched.pass();
            Days days = scenario.days();
            for (ExpectedPass taken : OrbitCalendar.passes(watched.scene(), days.from(), days.to())) {
                Sky sky = scenario.climate().sky(taken, pass, scenario.seed());
                if (sky != Sky.MISSING) {
                    products.addAll(of(new Publication(taken, pass, sky), form));
                }
            }
        }
        products.sort(Comparator.comparing(StoryProduct::publishedAt)
                .thenComparing(product -> product.name().id()));
        return List.copyOf(products);
    }

    private List<StoryProduct> of(Publication publication, StoryForm form) {
        Instant end = scenario.days().to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<StoryProduct> published = publication.products(scenario.seed()).stream()
                .filter(product -> product.publishedAt().isBefore(end))
                .toList();
        return switch (form) {
            case FULL -> published;
            case QUICK -> isQuick(publication) ? one(publication, published) : List.of();
        };
    }

    /** Live, the first that appears; of a pass before, the best that was there when the watch began. */
    private List<StoryProduct> one(Publication publication, List<StoryProduct> published) {
        if (!publication.taken().date().isBefore(scenario.watchedFrom())) {
            return published.stream().limit(1).toList();
        }
        Instant began = scenario.watchedFrom().atStartOfDay().toInstant(ZoneOffset.UTC);
        return best(published.stream()
                .filter(product -> product.publishedAt().isBefore(began))
                .toList());
    }

    private boolean isQuick(Publication publication) {
        LocalDate date = publication.taken().date();
        return publication.pass() == Pass.DAY && scenario.quick().stream().anyMatch(days -> days.contains(date));
    }

    private static List<StoryProduct> best(List<StoryProduct> products) {
        return products.stream()
                .max(Comparator.comparing(
                        product -> ProductId.parse(product.name().id()).rank()))
                .stream()
                .toList();
    }
}
