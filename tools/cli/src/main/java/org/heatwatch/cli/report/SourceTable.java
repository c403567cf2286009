package org.heatwatch.cli.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.cli.output.Table;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.SiteSources;

/** Prints heat sources, the strongest first, within 120 columns. */
public final class SourceTable {
    private static final int LONGEST_NAME = 16;

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
        for (int i = 0; i < Math.min(most, sources.size()); i++) {
            add(table, i + 1, sources.get(i), site);
        }
        table.print(out);
        if (sources.size() > most) {
            out.println("and %d more; `heatwatch sources` lists them".formatted(sources.size() - most));
        }
    }

    private static void add(Table table, int rank, HeatSource source, Site site) {
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
                shortened(Optional.ofNullable(source.nearest())
                        .flatMap(site::feature)
                        .map(Feature::label)
                        .orElse("")),
                source.nearestMetres() == null ? "" : String.format(Locale.ROOT, "%.0f m", source.nearestMetres()));
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
