package org.heatwatch.site.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heatwatch.landsat.SceneCoverage;
import org.heatwatch.landsat.SceneFootprint;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.site.Bounds;
import org.heatwatch.site.Site;

/** Sentences about a new site: what its definition has, and why. */
final class PlanReport {
    /** Passes of Landsat 8 and 9 over one path in a year: each repeats after 16 days. */
    private static final double PASSES_PER_YEAR = 2 * 365.25 / 16;

    private final PlannedSite plan;
    private final Site site;

    PlanReport(PlannedSite plan) {
        this.plan = plan;
        this.site = plan.site();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Bounds bounds = site.bounds();
        lines.add(String.format(
                Locale.ROOT,
                "bounds: [%s, %s, %s, %s], %.1f km x %.1f km",
                bounds.west(),
                bounds.south(),
                bounds.east(),
                bounds.north(),
                bounds.widthMetres() / 1000,
                bounds.heightMetres() / 1000));
        lines.add("zone: " + site.utm());
        lines.add(scenes("day", true));
        lines.add(scenes("night", false));
        plan.scenes().stream().filter(SceneCoverage::isAtEdge).map(this::edge).forEach(lines::add);
        plan.imported().ifPresent(report -> report.sentences().forEach(text -> lines.add("buildings: " + text)));
        lines.add(reference());
        return lines;
    }

    private String scenes(String pass, boolean byDay) {
        List<SceneCoverage> watched = SitePlanner.watched(plan.scenes(), byDay);
        if (watched.isEmpty()) {
            return pass + ": no path and row";
        }
        long paths = watched.stream().map(c -> c.scene().path()).distinct().count();
        String list = watched.stream().map(PlanReport::withBorder).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s: %s; about %.0f passes a year%s",
                pass,
                list,
                paths * PASSES_PER_YEAR,
                byDay ? "" : ", of which Landsat takes images on request only");
    }

    private static String withBorder(SceneCoverage coverage) {
        double kilometres = coverage.marginMetres() / 1000;
        return String.format(Locale.ROOT, "%s (border %.0f km away)", name(coverage.scene()), kilometres);
    }

    private String edge(SceneCoverage coverage) {
        boolean listed = site.watched(coverage.scene()).isPresent();
        return String.format(
                Locale.ROOT,
                "%s: possibly at the edge: the bounds are %.1f km %s the nominal border, which differs between"
                        + " overpasses by up to %d km along and %d km across the track; %s",
                name(coverage.scene()),
                Math.abs(coverage.marginMetres()) / 1000,
                coverage.isCovered() ? "inside" : "beyond",
                SceneFootprint.UNCERTAIN_ALONG_METRES / 1000,
                SceneFootprint.UNCERTAIN_ACROSS_METRES / 1000,
                listed ? "listed" : "not listed");
    }

    private String reference() {
        if (site.referencePeriods().isEmpty()) {
            return "reference: none given, so the first two years of scenes are taken";
        }
        return "reference: "
                + site.referencePeriods().stream()
                        .map(period -> period.from() + " to " + period.to())
                        .collect(Collectors.joining(", "));
    }

    private static String name(WrsScene scene) {
        return scene.pathText() + "/" + scene.rowText();
    }
}
