package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.heatwatch.cli.doctor.Finding;
import org.heatwatch.cli.doctor.ProgramProbe;
import org.heatwatch.cli.doctor.StackCheck;
import org.heatwatch.cli.doctor.TestTools;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.options.StackOptions;
import org.heatwatch.cli.output.Table;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.DataType;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.gdal.GeoTransform;
import org.heatwatch.gdal.MemoryRaster;
import org.heatwatch.gdal.NativeLibrary;
import org.heatwatch.gdal.RasterDataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description =
                "Checks this machine: JDK, GDAL, coordinate systems, the data folder, and the tools of the tests; with "
                        + "--stack also a deployed stack.",
        footer = {
            "",
            "Exits with 1 only if something is missing that every command needs (FAILS). Tools that are "
                    + "`absent` are needed by tests only; tests that need them are skipped.",
            "",
            "With --stack, each function of the stack performs its self-test, and the recipients of mails are "
                    + "counted. A function that starts for it may install the shipped sites.",
            "",
            "Examples:",
            "  heatwatch doctor",
            "  heatwatch doctor --stack heatwatch"
        })
final class DoctorCommand extends HeatWatchCommand {
    private static final int TIMEOUT_SECONDS = 10;
    private static final int UTM_ZONE_52 = 32652;

    @Mixin
    private final DataFolder data = new DataFolder();

    @ArgGroup(exclusive = false)
    private @Nullable StackOptions stack;

    @Override
    public Integer call() {
        Table table = Table.of("", "check", "detail");
        boolean works = true;
        List<Finding> findings = new ArrayList<>(List.of(java(), gdal(), coordinates(), dataFolder()));
        findings.addAll(new TestTools(
                        new ProgramProbe(System.getenv(), TIMEOUT_SECONDS), TestTools.BROWSERS, Installation.file(""))
                .findings());
        if (stack != null) {
            findings.addAll(new StackCheck(stack.find()).findings());
        }
        for (Finding finding : findings) {
            table.row(finding.state(), finding.what(), finding.detail());
            works &= finding.works() || !finding.needed();
        }
        PrintWriter out = out();
        out.println("heatwatch " + Version.current());
        table.print(out);
        return works ? 0 : HeatWatch.FAILED;
    }

    private static Finding java() {
        Runtime.Version version = Runtime.version();
        return new Finding(
                "JDK",
                version.feature() >= 25,
                true,
                version + ", " + System.getProperty("java.vendor") + ", " + System.getProperty("java.home"));
    }

    private static Finding gdal() {
        try {
            NativeLibrary library = NativeLibrary.get();
            return new Finding("GDAL", true, true, library.version() + ", " + library.source() + ", " + library.path());
        } catch (GdalException e) {
            return new Finding("GDAL", false, true, e.getMessage() + "");
        }
    }

    /** GDAL reads coordinate systems from a file, which may be that of another installation. */
    private static Finding coordinates() {
        String what = "coordinates";
        try (MemoryRaster raster = MemoryRaster.create(1, 1, 1, DataType.UINT16)) {
            byte[] tiff = raster.geoTransform(GeoTransform.northUp(0, 0, 1))
                    .epsg(UTM_ZONE_52)
                    .toGeoTiff();
            try (RasterDataset read = RasterDataset.open(ByteSource.of("a GeoTIFF", tiff))) {
                boolean works = read.epsg().equals(OptionalInt.of(UTM_ZONE_52));
                return new Finding(
                        what,
                        works,
                        true,
                        works
                                ? "EPSG:%d is written and read".formatted(UTM_ZONE_52)
                                : "EPSG:%d is not read back; unset PROJ_DATA and PROJ_LIB".formatted(UTM_ZONE_52));
            }
        } catch (GdalException e) {
            return new Finding(what, false, true, e.getMessage() + "; unset PROJ_DATA and PROJ_LIB");
        }
    }

    private Finding dataFolder() {
        Path folder = data.path();
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        boolean usable = Files.isDirectory(nearest) && Files.isWritable(nearest);
        String state = Files.isDirectory(folder) ? "" : ", created at first use";
        return new Finding("data", usable, true, folder + (usable ? state : " is not writable; give --data DIR"));
    }
}
