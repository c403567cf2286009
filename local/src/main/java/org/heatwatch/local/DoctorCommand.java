package org.heatwatch.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.gdal.NativeLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = "Tells what works on this machine and what does not.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Fails only if something is missing that every command needs.",
            "",
            "Example:",
            "  heatwatch doctor"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int DOCKER_SECONDS = 5;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    private record Finding(String what, boolean works, boolean needed, String detail) {}

    @Override
    public Integer call() {
        Table table = new Table("", "what", "detail");
        boolean well = true;
        for (Finding finding : new Finding[] {java(), gdal(), docker(), dataFolder()}) {
            table.row(finding.works ? "ok" : finding.needed ? "FAILS" : "absent", finding.what, finding.detail);
            well &= finding.works || !finding.needed;
        }
        PrintWriter out = spec.commandLine().getOut();
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

    private static Finding docker() {
        String use = "only tests that deploy the whole stack need it";
        try {
            Process process = new ProcessBuilder("docker", "info", "--format", "{{.ServerVersion}}")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            boolean answered = process.waitFor(DOCKER_SECONDS, TimeUnit.SECONDS);
            if (!answered) {
                process.destroy();
                return new Finding("Docker", false, false, "does not answer; " + use);
            }
            String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.exitValue() == 0
                    ? new Finding("Docker", true, false, "engine " + text.strip())
                    : new Finding("Docker", false, false, "no engine runs; " + use);
        } catch (IOException e) {
            return new Finding("Docker", false, false, "not installed; " + use);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding("Docker", false, false, "not asked, interrupted; " + use);
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
