package org.heatwatch.local;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;

/** Hot spots for people. */
final class HotSpotTable {
    private HotSpotTable() {}

    static void print(PrintWriter out, List<HotSpotRow> rows, Site site) {
        Table table = new Table("acquisition", "position", ">error", ">z", ">K m2", ">error", "nearest", ">at", "");
        for (HotSpotRow row : rows) {
            table.row(
                    row.acquisition(),
                    String.format(Locale.ROOT, "%.5f %.5f", row.latitude(), row.longitude()),
                    String.format(Locale.ROOT, "\u00b1 %.0f m", row.positionStandardErrorMetres()),
                    String.format(Locale.ROOT, "%.1f", row.z()),
                    String.format(Locale.ROOT, "%,.0f", row.kelvinSquareMetres()),
                    String.format(Locale.ROOT, "\u00b1 %,.0f", row.kelvinSquareMetresStandardError()),
                    Optional.ofNullable(row.nearest())
                            .flatMap(site::feature)
                            .map(Feature::label)
                            .orElse(""),
                    row.nearestMetres() == null ? "" : String.format(Locale.ROOT, "%.0f m", row.nearestMetres()),
                    row.suspect() ? "pass not trusted" : "");
        }
        table.print(out);
    }
}
