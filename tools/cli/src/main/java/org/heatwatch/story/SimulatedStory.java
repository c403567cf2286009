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
 * A scenario at a site: the products that Landsat would publish, and the true excess. Every written byte depends only
 * on scenario, site and product. Thread-safe.
 */
public final class SimulatedStory {
    private static final double CLEAR_PERCENT = 2;
    private static final double PARTLY_PERCENT = 25;
    private static final double OVERCAST_PERCENT = 97;

    private final Scenario scenario;
    private final Coordinate centre;
    private final List<StoryProduct> products;
    private final SceneGenerator generator;
    private final SceneCache scenes;
    private final OvercastScene overcast;

    private SimulatedStory(
            Scenario scenario, Coordinate centre, List<StoryProduct> products, Scenery scenery, GridRotation rotation) {
        this.scenario = scenario;
        this.centre = centre;
        this.products = products;
        this.generator = new SceneGenerator(scenario, scenery, rotation);
        this.scenes = new SceneCache(generator);
        this.overcast = new OvercastScene(scenery);
    }

    /**
     * Plans a story; nothing is simulated yet.
     *
     * @throws BadScenario if the site has no building for a machine of the scenario, or a sky is pinned to a day
     *     without a pass
     */
    public static SimulatedStory of(Scenario scenario, Site site, StoryForm form) {
        return of(scenario, site, form, GridRotation.overKorea());
    }

    static SimulatedStory of(Scenario scenario, Site site, StoryForm form, GridRotation rotation) {
        for (Machine machine : scenario.machines()) {
            requireBuilding(scenario, site, machine.feature());
        }
        StoryCalendar calendar = new StoryCalendar(scenario, site);
        calendar.requirePinnedPasses();
        return new SimulatedStory(
                scenario, site.bounds().centre(), calendar.products(form), Scenery.of(site, scenario.seed()), rotation);
    }

    private static void requireBuilding(Scenario scenario, Site site, String id) {
        Role role = site.feature(id)
                .map(Feature::role)
                .orElseThrow(() -> new BadScenario("%s: machines: site %s has no feature '%s'; use an id of %s"
                        .formatted(scenario.source(), site.id(), id, scenario.siteFile())));
        if (role != Role.FACILITY && role != Role.BUILDING) {
            throw new BadScenario(
                    "%s: machines: '%s' is of role %s, which cannot have a machine; use a facility or a building"
                            .formatted(scenario.source(), id, role.code()));
        }
    }

    /** The products in the order of publication, up to the last day. */
    public List<StoryProduct> products() {
        return products;
    }

    /** The last day of the scenario. */
    public LocalDate lastDay() {
        return scenario.days().to();
    }

    /** The first day of live operation. */
    public LocalDate watchedFrom() {
        return scenario.watchedFrom();
    }

    /** The true excess of the roof of a feature on a day, in kelvin; 0 without a machine. */
    public double truth(String featureId, LocalDate date) {
        return scenario.excess(featureId, date);
    }

    /** Simulates a product and writes it below the folder of a bucket; returns the product's folder. */
    public Path write(StoryProduct product, Path bucket) {
        return switch (product.sky()) {
            case CLEAR -> scenes.of(product).write(bucket, product.name(), facts(product, CLEAR_PERCENT));
            case PARTLY -> scenes.of(product).write(bucket, product.name(), facts(product, PARTLY_PERCENT));
            case OVERCAST ->
                overcast.write(
                        bucket,
                        product.name(),
                        generator.seedOf(product.taken()),
                        generator.weather(product.taken(), product.pass()).transmittance(),
                        facts(product, OVERCAST_PERCENT));
            case MISSING -> throw new IllegalArgumentException(product + " has no image");
        };
    }

    private SceneFacts facts(StoryProduct product, double cloudPercent) {
        Sun sun = Sun.over(centre.x, centre.y, product.taken().at());
        LocalTime time = product.taken().at().atOffset(ZoneOffset.UTC).toLocalTime();
        return new SceneFacts(time, sun.elevation(), sun.azimuth(), cloudPercent);
    }
}
