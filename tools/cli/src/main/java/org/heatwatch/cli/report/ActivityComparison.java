package org.heatwatch.cli.report;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.activity.CorrelationEstimate;
import org.heatwatch.activity.IndexLength;
import org.heatwatch.activity.IndexPeriod;
import org.heatwatch.activity.SeriesComparison;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.options.PeriodOptions;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.Table;
import org.heatwatch.pictures.ComparisonChart;
import org.heatwatch.site.Site;

/**
 * Compares the activity index of a site with the series of a file, and prints or draws the result.
 *
 * @param file CSV file of two columns
 * @param output chart to write; empty if none is wanted
 * @param isVector whether the chart is SVG, not PNG
 */
public record ActivityComparison(Path file, Optional<Path> output, boolean isVector) {

    /**
     * Prints the correlation, or draws a chart.
     *
     * @throws CommandFailure if the file cannot be read or has too few values; the message says what to do
     */
    public void print(SiteSource source, PrintWriter out, PrintWriter err) {
        ComparisonFile series = ComparisonFile.read(file);
        Site site = source.site();
        List<IndexPeriod> index = index(source, site, series.length(), err);
        List<SeriesComparison.Pair> pairs = SeriesComparison.pairs(index, series.values());
        SeriesComparison comparison;
        try {
            comparison = SeriesComparison.of(pairs);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    "%s: %s; the activity index is known %s".formatted(file, e.getMessage(), known(index)));
        }
        if (output.isPresent()) {
            Output.write(output.get(), chart(comparison, series, site));
            out.println(output.get());
            return;
        }
        print(comparison, series, out);
    }

    private static List<IndexPeriod> index(SiteSource source, Site site, IndexLength length, PrintWriter err) {
        return site.referenceKind().isTwoSided()
                ? SiteIndex.ofFacilities(source.published(), length)
                : SiteIndex.ofSources(
                        FoundSources.of(source, new PeriodOptions(), err)
                                .sources()
                                .activity(),
                        length);
    }

    private static String known(List<IndexPeriod> index) {
        List<IndexPeriod> known = index.stream()
                .filter(period -> period.kelvinSquareMetres() != null)
                .toList();
        return known.isEmpty()
                ? "in no period: record scenes with `heatwatch backfill`"
                : "from %s to %s"
                        .formatted(known.getFirst().from(), known.getLast().to());
    }

    private byte[] chart(SeriesComparison comparison, ComparisonFile series, Site site) {
        String title = "%s: activity index and %s".formatted(site.name(), series.name());
        Optional<String> warning = PublishedSite.disclaimer(site);
        return isVector
                ? ComparisonChart.svg(comparison, title, series.name(), warning).getBytes(StandardCharsets.UTF_8)
                : ComparisonChart.png(comparison, title, series.name(), warning);
    }

    private void print(SeriesComparison comparison, ComparisonFile series, PrintWriter out) {
        boolean isYearly = series.length() == IndexLength.YEAR;
        Table table =
                Table.of(isYearly ? "year" : "quarter", ">overpasses", ">index, K m2", ">error", ">" + series.name());
        for (SeriesComparison.Pair pair : comparison.pairs()) {
            table.row(
                    FacilityChanges.label(pair.index().from(), series.length()),
                    Integer.toString(pair.index().overpasses()),
                    FacilityChanges.number(pair.index().kelvinSquareMetres(), "%+,.0f"),
                    FacilityChanges.number(pair.index().standardError(), "\u00b1 %,.0f"),
                    String.format(Locale.ROOT, "%.6g", pair.value()));
        }
        table.print(out);
        out.println();
        out.printf(
                Locale.ROOT,
                "%d %s in which both are known%n",
                comparison.pairs().size(),
                isYearly ? "years" : "quarters");
        out.println("Pearson   " + text(comparison.pearson()));
        out.println("Spearman  " + text(comparison.spearman()));
        out.printf(
                Locale.ROOT, "R2        %.2f%n", Math.pow(comparison.pearson().value(), 2));
        out.println("95 % intervals by Fisher's transformation, for independent values.");
    }

    private static String text(CorrelationEstimate estimate) {
        return String.format(Locale.ROOT, "%+.2f (%+.2f to %+.2f)", estimate.value(), estimate.low(), estimate.high());
    }
}
