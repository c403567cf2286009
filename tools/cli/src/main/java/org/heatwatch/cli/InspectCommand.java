package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.output.Format;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.report.Inspection;
import org.heatwatch.cli.report.InspectionReport;
import org.heatwatch.clip.ProductSummary.Percentiles;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridQuality;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.SiteFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        description = "Summarises a product and checks whether its native sampling grid can be recovered.",
        footer = {
            "",
            "With --site, all figures refer to the clip of the site (its bounds and 2 km around them). "
                    + "Without --site, temperatures refer to the whole product, and the grid to a clear square near "
                    + "its centre.",
            "",
            "Examples:",
            "  heatwatch inspect LC08_L1TP_116034_20251104_20251111_02_T1 --site sites/kaesong.geojson",
            "  heatwatch inspect LC08_L2SP_116034_20251104_20251111_02_T1 --format json"
        })
final class InspectCommand extends HeatWatchCommand {
    @Parameters(paramLabel = "PRODUCT_DIR", description = "Folder with the product's _MTL and .TIF files.")
    @SuppressWarnings("NullAway.Init")
    private Path product;

    @Option(names = "--site", paramLabel = "FILE", description = "Site definition (GeoJSON).")
    private @Nullable Path site;

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        if (site != null) {
            SiteDefinitions.requireFile(site);
        }
        Inspection inspection = Inspection.of(
                DirectoryProduct.in(product), Optional.ofNullable(site).map(SiteFile::read));
        PrintWriter out = out();
        switch (format) {
            case JSON -> Output.json(out, InspectionReport.of(inspection));
            case TABLE -> print(inspection, out);
        }
        return 0;
    }

    /** Prints the results as text. */
    static void print(Inspection inspection, PrintWriter out) {
        line(out, "product", inspection.product().info().id());
        line(out, "acquired", inspection.product().info().acquiredAt());
        line(out, "extent", inspection.extent());
        line(
                out,
                "clear",
                String.format(
                        Locale.ROOT,
                        "%.1f %% of the covered pixels",
                        inspection.summary().clearFraction() * 100));
        inspection
                .summary()
                .brightnessTemperature()
                .ifPresent(values -> temperatures(out, "brightness temperature", values));
        if (inspection.product().isLevel2()) {
            printSurfaceTemperature(inspection, out);
        }
        print(inspection.recovery(), inspection.clip().kelvinPerCount(), out);
    }

    private static void printSurfaceTemperature(Inspection inspection, PrintWriter out) {
        inspection
                .summary()
                .surfaceTemperature()
                .ifPresentOrElse(
                        values -> temperatures(out, "surface temperature", values),
                        () -> line(out, "surface temperature", "no surface temperature here"));
        inspection
                .check()
                .ifPresent(check -> line(
                        out,
                        "surface temperature check",
                        check.pixels() == 0
                                ? "no clear pixel has both temperatures"
                                : String.format(
                                        Locale.ROOT,
                                        "bias %+.3f K, standard deviation %.3f K over %d clear pixels",
                                        check.biasKelvin(),
                                        check.standardDeviationKelvin(),
                                        check.pixels())));
    }

    private static void print(Recovery recovery, double kelvinPerCount, PrintWriter out) {
        switch (recovery) {
            case Recovery.Resolved resolved -> {
                SamplingGrid grid = resolved.samples().grid();
                GridGeometry geometry = grid.geometry();
                line(
                        out,
                        "sampling grid",
                        String.format(
                                Locale.ROOT,
                                "resolved: rotation %.2f degrees, samples %.2f x %.2f m, shear %+.4f, phases %.3f %.3f",
                                geometry.rotationDegrees(),
                                geometry.acrossMetres(),
                                geometry.alongMetres(),
                                geometry.shear(),
                                grid.phaseAcross(),
                                grid.phaseAlong()));
                print(resolved.quality(), kelvinPerCount, out);
            }
            case Recovery.Unresolved(var reason, var quality) -> {
                line(out, "sampling grid", "unresolved: " + reason);
                quality.ifPresent(known -> print(known, kelvinPerCount, out));
            }
        }
    }

    private static void print(GridQuality quality, double kelvinPerCount, PrintWriter out) {
        line(
                out,
                "residual",
                String.format(
                        Locale.ROOT,
                        "%.4f K; on holdout pixels %.4f K (with wrong grids %.4f K)",
                        quality.residual() * kelvinPerCount,
                        quality.holdoutError() * kelvinPerCount,
                        quality.wrongGrid() * kelvinPerCount));
    }

    private static void temperatures(PrintWriter out, String name, Percentiles values) {
        line(
                out,
                name,
                String.format(
                        Locale.ROOT,
                        "%.2f K median, 1 %% below %.2f K, 1 %% above %.2f K",
                        values.p50(),
                        values.p1(),
                        values.p99()));
    }

    private static void line(PrintWriter out, String name, Object value) {
        out.printf("%-26s %s%n", name, value);
    }
}
