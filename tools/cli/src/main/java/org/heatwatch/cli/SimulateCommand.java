package org.heatwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.progress.Progress;
import org.heatwatch.cli.progress.Workers;
import org.heatwatch.files.TextFile;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.story.SimulatedStory;
import org.heatwatch.story.TrialScenes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        description = {
            "Writes simulated day scenes of a site, in the layout of the Landsat bucket, on which its definition can be"
                    + " tried without an account. Every facility is warm until it stops.",
            "Beside them, writes the definition of a simulated site, so that its results are marked as simulated."
        },
        footer = {
            "",
            "Example:",
            "  heatwatch simulate works.geojson -o trial --stop hall-1=2026-06-30",
            "  heatwatch backfill --archive trial/bucket --site trial/works-simulated.geojson --data trial/data --yes",
            "  heatwatch history --data trial/data"
        })
final class SimulateCommand extends HeatWatchCommand {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SUFFIX = "-simulated";
    /** Ids have at most 100 characters. */
    private static final int LONGEST_STEM = 90;

    private static final int YEARS = 3;

    @Parameters(paramLabel = "FILE", description = "Site definition (GeoJSON).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Folder to write: it must not exist.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--from", paramLabel = "DATE", description = "First day; default: three years before the last.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day; default: today.")
    private @Nullable LocalDate to;

    @Option(names = "--kelvin", description = "Mean excess of the facilities, in kelvin; default: 6.")
    private double kelvin = 6;

    @Option(
            names = "--stop",
            paramLabel = "ID=DATE",
            description = "Last day on which a facility runs; repeatable. The others do not stop.")
    private Map<String, LocalDate> stops = new LinkedHashMap<>();

    @Option(names = "--seed", description = "Seed of weather, ground and noise, a whole number; default: 1.")
    private long seed = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Files.exists(output)) {
            throw new CommandFailure(output + " exists; name another folder with -o, or remove it");
        }
        if (!(kelvin > 0 && kelvin <= 100)) {
            throw new CommandFailure("--kelvin is %s; give a number above 0, at most 100".formatted(kelvin));
        }
        LocalDate last = to == null ? LocalDate.now(ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.minusYears(YEARS) : from;
        if (last.isBefore(first)) {
            throw new CommandFailure(
                    "--from %s is after --to %s; give the earlier day as --from".formatted(first, last));
        }
        SiteDefinitions.requireFile(file);
        Site site = SiteFile.read(file);
        SimulatedStory story = new TrialScenes(first, last, seed, kelvin, stops).of(site);
        Path bucket = Files.createDirectories(output.resolve("bucket"));
        err().printf(
                        "writing %d simulated products, %s to %s%n",
                        story.products().size(), first, last);
        Progress progress = Progress.of(err(), story.products().size());
        Workers.forEach(story.products(), product -> {
            story.write(product, bucket);
            progress.step();
        });
        print(site, marked(site), bucket);
        return 0;
    }

    /** Writes the definition of the simulated site. */
    private Path marked(Site site) throws IOException {
        String stem = site.id().substring(0, Math.min(LONGEST_STEM, site.id().length()));
        String id = stem.replaceAll("-+$", "") + SUFFIX;
        ObjectNode definition = (ObjectNode) MAPPER.readTree(TextFile.read(file, SiteFile.LARGEST_BYTES));
        definition.put("id", id);
        definition.put("name", site.name() + " (simulated)");
        definition.put("simulated", true);
        Path written = output.resolve(id + ".geojson");
        Files.writeString(written, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(definition) + "\n");
        return written;
    }

    private void print(Site site, Path definition, Path bucket) {
        out().printf(
                        "%s: %d facilities, each %s K warm%n",
                        definition, site.features(Role.FACILITY).size(), kelvin);
        stops.forEach((id, day) -> out().printf("  %s stops after %s%n", id, day));
        out().printf(
                        "Next: ./heatwatch backfill --archive %s --site %s --data %s --yes%n",
                        bucket, definition, output.resolve("data"));
    }
}
