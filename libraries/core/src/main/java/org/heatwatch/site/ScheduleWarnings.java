package org.heatwatch.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.landsat.CoveringScenes;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.SceneCoverage;
import org.heatwatch.landsat.SceneFootprint;
import org.heatwatch.landsat.WrsScene;

/** Finds watched scenes and reference periods from which nothing can be learned, by the orbit. */
final class ScheduleWarnings {
    private static final String COLLECTION = "collection";

    /** Fewest reference scenes from which the model of an observing regime is computed. */
    private static final int FEWEST_REFERENCE_SCENES = 15;

    /**
     * Share of passes in which a place on land is clear: 55 % of the land is cloudy on average (King et al. 2013,
     * doi:10.1109/TGRS.2012.2227333).
     */
    private static final double CLEAR_SHARE = 0.45;

    private static final int YEARS_WITHOUT_PERIODS = 2;

    private final Site site;
    private final List<SceneCoverage> covering;
    private final List<SiteDefect> found = new ArrayList<>();

    private ScheduleWarnings(Site site) {
        this.site = site;
        Bounds bounds = site.bounds();
        this.covering = CoveringScenes.of(bounds.west(), bounds.south(), bounds.east(), bounds.north());
    }

    static List<SiteDefect> of(Site site) {
        ScheduleWarnings warnings = new ScheduleWarnings(site);
        for (int index = 0; index < site.scenes().size(); index++) {
            warnings.checkScene(site.scenes().get(index), "scenes[" + index + "]");
        }
        for (Pass pass : Pass.values()) {
            warnings.checkPasses(pass);
        }
        return warnings.found;
    }

    private void checkScene(WatchedScene watched, String where) {
        Bounds bounds = site.bounds();
        SceneFootprint footprint = SceneFootprint.of(watched.scene());
        SceneCoverage coverage = footprint.coverage(bounds.west(), bounds.south(), bounds.east(), bounds.north());
        String name = name(watched.scene());
        if (!coverage.isPossible()) {
            found.add(new SiteDefect(
                    where,
                    "%s does not show the whole site: the bounds reach %s km beyond its border"
                            .formatted(name, kilometres(-coverage.marginMetres())),
                    "list " + namesOfCovering()));
        } else if (coverage.isAtEdge()) {
            found.add(new SiteDefect(
                    where,
                    "the site is possibly at the edge of %s: the bounds are %s km %s its nominal border"
                                    .formatted(
                                            name,
                                            kilometres(Math.abs(coverage.marginMetres())),
                                            coverage.isCovered() ? "inside" : "beyond")
                            + ", which differs by up to 7 km between overpasses",
                    "expect passes that show it only in part"));
        }
        Pass pass = footprint.isByDay() ? Pass.DAY : Pass.NIGHT;
        if (coverage.isPossible() && pass != watched.pass()) {
            found.add(new SiteDefect(
                    where,
                    "%s passes by %s, not by %s".formatted(name, text(pass), text(watched.pass())),
                    "set pass to " + text(pass)));
        }
    }

    private void checkPasses(Pass pass) {
        List<WatchedScene> watched =
                site.scenes().stream().filter(scene -> scene.pass() == pass).toList();
        List<WrsScene> possible = covering(pass);
        if (watched.isEmpty()) {
            if (!possible.isEmpty()) {
                found.add(new SiteDefect(
                        COLLECTION,
                        "no %s path is watched, although %s the site"
                                .formatted(
                                        text(pass), possible.size() == 1 ? "one covers" : possible.size() + " cover"),
                        "list " + names(possible)));
            }
            return;
        }
        checkReference(pass, watched);
    }

    /** Each path counts once: two rows of a path show the same overpass. */
    private void checkReference(Pass pass, List<WatchedScene> watched) {
        List<ReferencePeriod> periods = periods();
        long passes = watched.stream()
                .map(WatchedScene::scene)
                .collect(Collectors.toMap(WrsScene::path, scene -> scene, (one, _) -> one))
                .values()
                .stream()
                .mapToLong(scene -> passes(scene, periods))
                .sum();
        double clear = passes * CLEAR_SHARE;
        if (clear < FEWEST_REFERENCE_SCENES) {
            found.add(new SiteDefect(
                    COLLECTION,
                    String.format(
                            Locale.ROOT,
                            "%d %s passes in the reference periods, of which about %.0f are clear at the usual %.0f %%"
                                    + " cloud; %d are needed",
                            passes,
                            text(pass),
                            clear,
                            100 * (1 - CLEAR_SHARE),
                            FEWEST_REFERENCE_SCENES),
                    "add or lengthen periods of weight 1, or watch more paths"));
        }
    }

    private static long passes(WrsScene scene, List<ReferencePeriod> periods) {
        return periods.stream()
                .mapToLong(period ->
                        OrbitCalendar.passes(scene, period.from(), period.to()).size())
                .sum();
    }

    /** Without any, the first two years of Landsat 8 are those of the first scenes. */
    private List<ReferencePeriod> periods() {
        if (site.referencePeriods().isEmpty()) {
            LocalDate first = OrbitCalendar.firstDay(Satellite.LANDSAT_8);
            return List.of(new ReferencePeriod(first, first.plusYears(YEARS_WITHOUT_PERIODS), 1));
        }
        return site.referencePeriods().stream()
                .filter(period -> period.weight() == 1)
                .toList();
    }

    private List<WrsScene> covering(Pass pass) {
        return covering.stream()
                .filter(coverage -> coverage.byDay() == (pass == Pass.DAY))
                .filter(SceneCoverage::isCovered)
                .map(SceneCoverage::scene)
                .toList();
    }

    private String namesOfCovering() {
        List<WrsScene> day = covering(Pass.DAY);
        List<WrsScene> night = covering(Pass.NIGHT);
        if (day.isEmpty() && night.isEmpty()) {
            return "smaller bounds: no path and row contains them";
        }
        String byDay = day.isEmpty() ? "" : names(day) + " (day)";
        String byNight = night.isEmpty() ? "" : names(night) + " (night)";
        return byDay + (byDay.isEmpty() || byNight.isEmpty() ? "" : ", ") + byNight;
    }

    private static String names(List<WrsScene> scenes) {
        return scenes.stream().map(ScheduleWarnings::name).collect(Collectors.joining(", "));
    }

    private static String name(WrsScene scene) {
        return scene.pathText() + "/" + scene.rowText();
    }

    private static String text(Pass pass) {
        return pass.name().toLowerCase(Locale.ROOT);
    }

    private static String kilometres(double metres) {
        return String.format(Locale.ROOT, metres < 10_000 ? "%.1f" : "%,.0f", metres / 1000);
    }
}
