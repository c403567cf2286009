package org.heatwatch.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.heatwatch.activity.IndexLength;
import org.heatwatch.activity.IndexPeriod;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.Rows;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.output.TableFormat;
import org.heatwatch.publication.PublishedJson;
import org.jspecify.annotations.Nullable;

/** Prints how much warmer or cooler the facilities of a site were in each quarter than in its reference period. */
public final class FacilityChanges {
    private static final List<String> COLUMNS = Stream.concat(
                    Rows.components(IndexPeriod.class), Stream.of("simulated"))
            .toList();

    private FacilityChanges() {}

    /** Prints a table, JSON or CSV. */
    public static void print(SiteSource source, TableFormat format, PrintWriter out, PrintWriter err) {
        PublishedSite published = source.published();
        List<IndexPeriod> index = SiteIndex.ofFacilities(published, IndexLength.QUARTER);
        if (format == TableFormat.TABLE) {
            source.printHead(published, out);
            table(index, out);
            err.println("heatwatch: new heat sources of the site: `heatwatch sources`");
            err.flush();
            return;
        }
        List<ObjectNode> rows = index.stream()
                .map(period -> PublishedJson.object(period).put("simulated", published.isSimulated()))
                .toList();
        new Rows(COLUMNS, rows).print(format, out);
    }

    private static void table(List<IndexPeriod> index, PrintWriter out) {
        Table table = Table.of("quarter", ">overpasses", ">K m2 over the reference", ">error");
        for (IndexPeriod period : index) {
            table.row(
                    label(period.from(), IndexLength.QUARTER),
                    Integer.toString(period.overpasses()),
                    period.kelvinSquareMetres() == null ? "unknown" : number(period.kelvinSquareMetres(), "%+,.0f"),
                    number(period.standardError(), "\u00b1 %,.0f"));
        }
        table.print(out);
    }

    /** For example {@code 2019 Q2}, or {@code 2019} for a year. */
    static String label(LocalDate from, IndexLength length) {
        return length == IndexLength.YEAR
                ? Integer.toString(from.getYear())
                : "%d Q%d".formatted(from.getYear(), (from.getMonthValue() + 2) / 3);
    }

    static String number(@Nullable Double value, String form) {
        return value == null ? "" : String.format(Locale.ROOT, form, value);
    }
}
