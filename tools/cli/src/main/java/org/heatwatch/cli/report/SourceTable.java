package org.heatwatch.cli.report;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.heatwatch.cli.output.Table;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.SiteSources;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Prints heat sources, the strongest first, within 120 columns. */
public final class SourceTable {
    private static final int LONGEST_NAME = 16;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** A feature and its distance, 0 inside. */
    private record Near(Feature feature, double metres) {}

    private SourceTable() {}

    /** Prints the period, its scenes and the rate of false sources. */
    public static void printHead(SiteSources found, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "period %s to %s: %d scenes, compared with %d reference scenes%n",
                found.period().from(),
                found.period().to(),
                found.periodScenes(),
                found.referenceScenes());
        out.printf(
                Locale.ROOT,
                "false sources: at most one in %.0f years at a site where nothing runs (threshold z = %.1f)%n",
                1 / found.falseSourcesPerSiteYear(),
                found.threshold());
    }

    /**
     * Prints the first sources.
     *
     * @param most number of sources to print
     */
    public static void print(List<HeatSource> sources, Site site, int most, PrintWriter out) {
        print(sources.subList(0, Math.min(most, sources.size())), site, _ -> true, out);
        if (sources.size() > most) {
            out.println("and %d more; `heatwatch sources` lists them".formatted(sources.size() - most));
        }
    }

    /**
     * Prints some of the sources, each with its rank among all.
     *
     * @param sources all sources, the strongest first
     * @param wanted selects those to print
     */
    public static void print(List<HeatSource> sources, Site site, Predicate<HeatSource> wanted, PrintWriter out) {
        Table table = Table.of(
                ">rank",
                "position",
                ">\u00b1 m",
                ">K m2",
                ">error",
                ">z",
                "state",
                "first seen",
                "last seen",
                ">active",
                "nearest",
                ">distance");
        for (int i = 0; i < sources.size(); i++) {
            if (wanted.test(sources.get(i))) {
                add(table, i + 1, sources.get(i), site);
            }
        }
        table.print(out);
    }

    private static void add(Table table, int rank, HeatSource source, Site site) {
        Optional<Near> nearest = nearest(source, site);
        table.row(
                Integer.toString(rank),
                String.format(Locale.ROOT, "%.4f %.4f", source.latitude(), source.longitude()),
                String.format(Locale.ROOT, "%.0f", source.positionStandardErrorMetres()),
                String.format(Locale.ROOT, "%,.0f", source.kelvinSquareMetres()),
                String.format(Locale.ROOT, "\u00b1%,.0f", source.kelvinSquareMetresStandardError()),
                String.format(Locale.ROOT, "%.1f", source.z()),
                source.state().name(),
                source.firstSeen().toString(),
                source.lastSeen().toString(),
                String.format(Locale.ROOT, "%.0f %%", 100 * source.activeShare()),
                nearest.map(near -> shortened(near.feature().label())).orElse("none known"),
                nearest.map(near -> String.format(Locale.ROOT, "%.0f m", near.metres()))
                        .orElse(""));
    }

    /** The nearest feature whose position is known: the distance of a placeholder means nothing. */
    private static Optional<Near> nearest(HeatSource source, Site site) {
        Point position = GEOMETRY.createPoint(site.utm().toUtm(source.longitude(), source.latitude()));
        return site.features().stream()
                .filter(feature -> feature.role() != Role.SITE && !Site.isPlaceholder(feature))
                .map(feature -> new Near(feature, feature.footprint().utm().distance(position)))
                .min(Comparator.comparingDouble(Near::metres));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "\u2026";
    }

    /** Prints how many sources there are, have ended, and are outside the outline of the site. */
    public static void printCount(List<HeatSource> sources, PrintWriter out) {
        long ended = sources.stream().filter(HeatSource::ended).count();
        long outside =
                sources.stream().filter(source -> !source.insideOutline()).count();
        out.println("%d heat source%s, of which %d ended and %d are outside the outline of the site"
                .formatted(sources.size(), sources.size() == 1 ? "" : "s", ended, outside));
    }
}
