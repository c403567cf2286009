package org.heatwatch.story;

import java.nio.file.Path;
import java.time.LocalDate;
import org.heatwatch.simulator.SimulatedProductName.Level;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;

/** The story that comes with the project. */
final class Shipped {
    private static final Path ROOT = Path.of(System.getProperty("heatwatch.root", ".."));

    static final Path SCENARIO_FILE = ROOT.resolve("sites/scenarios/kaesong-story.yaml");
    static final Scenario SCENARIO = Scenario.read(SCENARIO_FILE);
    static final Site SITE = SiteFile.read(ROOT.resolve("sites").resolve(SCENARIO.siteFile()));

    private Shipped() {}

    static SimulatedStory story(StoryForm form) {
        return SimulatedStory.of(SCENARIO, SITE, form);
    }

    static StoryProduct product(SimulatedStory story, LocalDate day, Level level, Tier tier) {
        return story.products().stream()
                .filter(product -> product.taken().date().equals(day))
                .filter(product ->
                        product.name().level() == level && product.name().tier() == tier)
                .findFirst()
                .orElseThrow();
    }
}
