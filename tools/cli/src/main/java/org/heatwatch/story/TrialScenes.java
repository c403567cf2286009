package org.heatwatch.story;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/**
 * Scenes of any site on which a user can try its definition: every facility has the same mean excess, until it stops.
 *
 * @param seed of weather, ground and noise
 * @param kelvin mean excess of a facility, above 0
 * @param stops last day of a facility, by its id; the others run to the end
 */
public record TrialScenes(LocalDate from, LocalDate to, long seed, double kelvin, Map<String, LocalDate> stops) {
    private static final double VARIATION = 0.2;

    /** Shares of a temperate climate, without snow. */
    private static final SkyShares SKY = new SkyShares(0.3, 0.15, 0.49, 0.06, 0);

    public TrialScenes {
        stops = Map.copyOf(stops);
    }

    /**
     * Plans the scenes: one product of each overpass by day with an image.
     *
     * @throws BadScenario if a facility that stops is not one of the site
     */
    public SimulatedStory of(Site site) {
        stops.keySet().stream()
                .filter(id -> site.feature(id)
                        .filter(feature -> feature.role() == Role.FACILITY)
                        .isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new BadScenario("site %s has no facility '%s'; give the id of one".formatted(site.id(), id));
                });
        Days days = new Days(from, to);
        Map<Season, SkyShares> seasons = new EnumMap<>(Season.class);
        for (Season season : Season.values()) {
            seasons.put(season, SKY);
        }
        Scenario scenario = new Scenario(
                "the trial",
                site.name(),
                site.id(),
                seed,
                days,
                to.plusDays(1),
                List.of(days),
                new Climate(seasons, /* nightsTaken= */ 0, List.of()),
                site.features(Role.FACILITY).stream().map(this::machine).toList());
        return SimulatedStory.of(scenario, site, StoryForm.QUICK, GridRotation.at(site));
    }

    private Machine machine(Feature facility) {
        LocalDate last = stops.getOrDefault(facility.id(), to);
        return new Machine(
                facility.id(), new Days(from, last.isBefore(from) ? from : last), kelvin, VARIATION * kelvin);
    }
}
