package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.gdal.NativeLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = "Tells what works on this machine and what does not.",
        footer = {
            "",
            "Fails only if something is missing that every command needs. What is absent is needed by tests alone, which are skipped",
            "without it.",
            "",
            "Example:",
            "  heatwatch doctor"
        })
final class DoctorCommand extends HeatWatchCommand {
    private static final int PATIENCE_SECONDS = 10;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        Table table = new Table("", "what", "detail");
        boolean well = true;
        List<Finding> findings = new ArrayList<>(List.of(java(), gdal(), dataFolder()));
        findings.addAll(
                new TestTools(System.getenv(), TestTools.BROWSERS, Installation.file(""), PATIENCE_SECONDS).findings());
        for (Finding finding : findings) {
            table.row(finding.state(), finding.what(), finding.detail());
            well &= finding.works() || !finding.needed();
        }
        PrintWriter out = out();
        out.println("heatwatch " + Version.current());
        table.print(out);
        return well ? 0 : HeatWatch.FAILED;
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

    private Finding dataFolder() {
        Path folder = data.path();
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        boolean usable = Files.isDirectory(nearest) && Files.isWritable(nearest);
        String state = Files.isDirectory(folder) ? "" : ", made when first used";
        return new Finding("data", usable, true, folder + (usable ? state : " cannot be written; give --data DIR"));
    }
}
