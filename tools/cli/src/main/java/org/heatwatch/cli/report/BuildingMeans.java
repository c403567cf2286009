package org.heatwatch.cli.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.options.PeriodOptions;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.Rows;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.output.TableFormat;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.source.FacilityMean;
import org.heatwatch.source.FacilityMeans;

/** Prints the mean excess of each building of a site in a period, as the composite of the period shows it. */
public final class BuildingMeans {
    private static final List<String> COLUMNS = Stream.concat(
                    Rows.components(FacilityMean.class), Stream.of("simulated"))
            .toList();

    private BuildingMeans() {}

    /**
     * Computes the means from the recorded scenes and prints them.
     *
     * @param err receives a line before a computation that takes time
     * @throws CommandFailure if there are too few scenes or no usable outlines; the message says what to do
     */
    public static void print(
            SiteSource source, PeriodOptions options, TableFormat format, PrintWriter out, PrintWriter err) {
        FoundSources.Scenes input = FoundSources.Scenes.of(source, source.upToDate(), options, err);
        FacilityMeans means = means(input);
        if (format != TableFormat.TABLE) {
            boolean isSimulated = input.site().presentation().simulated();
            new Rows(
                            COLUMNS,
                            means.buildings().stream()
                                    .map(mean -> PublishedJson.object(mean).put("simulated", isSimulated))
                                    .toList())
                    .print(format, out);
            return;
        }
        source.printHead(input.site(), input.asOf(), out);
        out.println("period %s to %s: %d scenes, compared with %d reference scenes"
                .formatted(means.period().from(), means.period().to(), means.periodScenes(), means.referenceScenes()));
        out.println("of 100 idle buildings, one has z above 2.3; a building that ran in a part of the period has a "
                + "smaller mean");
        out.println();
        Table table = Table.of(">rank", "building", "role", ">mean excess", ">error", ">z");
        int rank = 1;
        for (FacilityMean mean : means.buildings()) {
            table.row(
                    Integer.toString(rank++),
                    mean.name(),
                    mean.role().name().toLowerCase(Locale.ROOT),
                    String.format(Locale.ROOT, "%+.2f K", mean.effectiveKelvin()),
                    String.format(Locale.ROOT, "\u00b1 %.2f K", mean.standardError()),
                    String.format(Locale.ROOT, "%.1f", mean.z()));
        }
        table.print(out);
    }

    private static FacilityMeans means(FoundSources.Scenes input) {
        try {
            return FacilityMeans.of(input.site(), input.scenes(), input.period(), input.asOf())
                    .orElseThrow(input::missing);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("site %s: %s".formatted(input.site().id(), e.getMessage()));
        }
    }
}
