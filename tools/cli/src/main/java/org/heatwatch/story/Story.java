package org.heatwatch.story;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;

/**
 * A scenario at a site: what Landsat publishes of it, and what is true. Scenario, site and product decide every byte that
 * is written. Safe to share between threads.
 */
public final class Story {
    private static final double CLEAR_PERCENT = 2;
    private static final double PARTLY_PERCENT = 25;
    private static final double OVERCAST_PERCENT = 97;

    private final Scenario scenario;
    private final Coordinate middle;
    private final List<StoryProduct> products;
    private final SceneDraw draw;
    private final RecentScenes scenes;
    private final CloudDeck deck;

    private Story(Scenario scenario, Site site, List<StoryProduct> products) {
        this.scenario = scenario;
        this.middle = site.bounds().centre();
        this.products = products;
        Scenery scenery = Scenery.of(site, scenario.seed());
        this.draw = new SceneDraw(scenario, scenery);
        this.scenes = new RecentScenes(draw);
        this.deck = new CloudDeck(scenery);
    }

    /**
     * Plans a story; nothing is simulated yet.
     *
     * @throws BadScenario if a machine of the scenario stands where the site has no building for it, or a sky is pinned
     *     to a day without a pass
     */
    public static Story of(Scenario scenario, Site site, StoryForm form) {
        for (Machine machine : scenario.machines()) {
            requireBuilding(scenario, site, machine.feature());
        }
        Calendar calendar = new Calendar(scenario, site);
        calendar.requirePinnedPasses();
        return new Story(scenario, site, calendar.products(form));
    }

    private static void requireBuilding(Scenario scenario, Site site, String id) {
        Role role = site.feature(id)
                .map(Feature::role)
                .orElseThrow(() -> new BadScenario("%s: machines: site %s has no feature '%s'; use an id of %s"
                        .formatted(scenario.source(), site.id(), id, scenario.siteFile())));
        if (role != Role.FACILITY && role != Role.BUILDING) {
            throw new BadScenario(
                    "%s: machines: '%s' is of role %s, which never has a machine; use a facility or a building"
                            .formatted(scenario.source(), id, role.code()));
        }
    }

    /** In the order of publication; none after the last day. */
    public List<StoryProduct> products() {
        return products;
    }

    /** The last day of the scenario: the story's today. */
    public LocalDate lastDay() {
        return scenario.days().to();
    }

    /** The first day on which the system is said to run live. */
    public LocalDate watchedFrom() {
        return scenario.watchedFrom();
    }

    /** By how many kelvin machines warm the roof of a feature on a day; 0 if none runs. */
    public double truth(String featureId, LocalDate date) {
        return scenario.excess(featureId, date);
    }

    /** Simulates a product and writes it below a folder that stands for the bucket; returns the product's folder. */
    public Path write(StoryProduct product, Path bucket) {
        return switch (product.sky()) {
            case CLEAR -> scenes.of(product).write(bucket, product.name(), facts(product, CLEAR_PERCENT));
            case PARTLY -> scenes.of(product).write(bucket, product.name(), facts(product, PARTLY_PERCENT));
            case OVERCAST ->
                deck.write(
                        bucket,
                        product.name(),
                        draw.seedOf(product.taken()),
                        draw.weather(product.taken(), product.pass()).transmittance(),
                        facts(product, OVERCAST_PERCENT));
            case MISSING -> throw new IllegalArgumentException(product + " has no image");
        };
    }

    private SceneFacts facts(StoryProduct product, double cloudPercent) {
        Sun sun = Sun.over(middle.x, middle.y, product.taken().at());
        LocalTime time = product.taken().at().atOffset(ZoneOffset.UTC).toLocalTime();
        return new SceneFacts(time, sun.elevation(), sun.azimuth(), cloudPercent);
    }
}
