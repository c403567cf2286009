package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.Product;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.score.GridPriors;
import org.heatwatch.simulator.CogWriter;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.ProductWriter;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.simulator.SimulatedScene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recovers the native grid from files in the structure of the archive, compared with the simulated grid. */
final class RecoveredGridIT {
    private static final int SCENES_A_LANDSCAPE = 20;

    @TempDir
    private Path bucket;

    @Test
    void theGridIsRecoveredFromFilesInAtLeast23Of24Scenes() throws IOException {
        assertThat(misses(IntStream.range(0, 24).map(i -> i * 8 + i % 4))).hasSizeLessThanOrEqualTo(1);
    }

    @Tag("statistical")
    @Test
    void theGridIsRecoveredFromFilesInAtLeast95OfAHundredScenes() throws IOException {
        assertThat(misses(IntStream.range(0, 200))).hasSizeLessThanOrEqualTo(10);
    }

    private List<String> misses(IntStream scenes) throws IOException {
        List<String> misses = new ArrayList<>();
        for (int i : scenes.toArray()) {
            SceneSimulator site = SceneSimulator.kaesong().landscapeSeed(i / SCENES_A_LANDSCAPE);
            boolean day = i % 2 == 0;
            SimulatedSatellite satellite = i % 4 < 2 ? SimulatedSatellite.LANDSAT_8 : SimulatedSatellite.LANDSAT_9;
            SimulatedScene scene = site.satellite(satellite)
                    .rotationPrior(day ? SceneSimulator.DAY_ROTATION : SceneSimulator.NIGHT_ROTATION)
                    .simulate(i);
            SimulatedProductName name = SimulatedProductName.level1(
                    satellite,
                    day ? 116 : 213,
                    day ? 34 : 210,
                    LocalDate.of(2024, 1, 1).plusDays(i),
                    SimulatedProductName.Tier.T1);
            CogWriter writer =
                    new CogWriter(1 + i % 2, i % 3 == 0 ? CogWriter.Elsewhere.SPARSE : CogWriter.Elsewhere.SHARED_FILL);
            Path folder = new ProductWriter(bucket, writer)
                    .level1(
                            name,
                            scene.scene(),
                            scene.window(),
                            scene.digitalNumbers(),
                            scene.quality(),
                            day ? SceneFacts.day() : SceneFacts.night());
            miss(folder, scene).ifPresent(text -> misses.add(name.id() + " " + text));
            delete(folder);
        }
        return misses;
    }

    private static Optional<String> miss(Path folder, SimulatedScene scene) {
        PixelWindow w = scene.window();
        Clip clip = Product.open(DirectoryProduct.in(folder))
                .clip(new PixelRectangle(w.column(), w.row(), w.columns(), w.rows()));
        Recovery recovery = GridRecovery.recover(clip.image(), GridPriors.ofOrbit(clip));
        return switch (recovery) {
            case Recovery.Unresolved unresolved -> Optional.of(unresolved.reason());
            case Recovery.Resolved resolved -> {
                SamplingGrid grid = resolved.samples().grid();
                NativeGrid truth = scene.grid();
                double rotation = Math.abs(grid.geometry().rotationDegrees() - truth.rotationDegrees());
                double spacing = Math.max(
                        Math.abs(grid.geometry().acrossMetres() - truth.acrossMetres()),
                        Math.abs(grid.geometry().alongMetres() - truth.alongMetres()));
                double phase = SamplingGrid.phaseDistance(
                        truth.phasesAt(grid.originEast(), grid.originNorth()),
                        new double[] {grid.phaseAcross(), grid.phaseAlong()});
                yield rotation <= 0.05 && spacing <= 0.2 && phase <= 0.02
                        ? Optional.empty()
                        : Optional.of("off by %.3f degrees, %.2f m, %.3f samples".formatted(rotation, spacing, phase));
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
