package org.heatwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.validation.ArchiveRecipe;
import org.heatwatch.validation.ArchiveScene;
import org.heatwatch.validation.SimulatedArchive;
import org.heatwatch.validation.TestGroup;

/**
 * A site of 37 footprints with 600 scenes, half by day and half by night, 90 of each in the reference period. The night
 * scenes are the day scenes, shifted by twelve hours, which takes the same computation.
 *
 * @param last day of the last scene
 */
record LongHistory(Site site, List<SampledScene> scenes, LocalDate last) {
    private static final int REFERENCE = 90;
    private static final int LATER = 210;

    LongHistory {
        scenes = List.copyOf(scenes);
    }

    /** Simulates the scenes, or reads their samples from the folder for temporary files. */
    static LongHistory simulate() throws IOException {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "heatwatch-bench-samples");
        Files.createDirectories(cache);
        SimulatedArchive archive = SimulatedArchive.keptIn(
                cache,
                ArchiveRecipe.reference()
                        .withReferenceScenes(REFERENCE)
                        .withGroups(List.of(TestGroup.idle("idle", LATER))),
                1);
        List<SampledScene> scenes = new ArrayList<>();
        for (ArchiveScene scene : archive.scenes()) {
            scenes.add(scene.sampled());
            scenes.add(byNight(scene.sampled()));
        }
        return new LongHistory(
                archive.site(), scenes, scenes.getLast().scene().acquisition().date());
    }

    private static SampledScene byNight(SampledScene day) {
        SceneRecord scene = day.scene();
        Instant at = scene.acquiredAt().plus(Duration.ofHours(12));
        ProductId id = scene.product();
        ProductId product = new ProductId(
                id.sensor(),
                id.satellite(),
                id.level(),
                new WrsScene(213, 210),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                id.processed(),
                id.tier());
        return new SampledScene(
                new SceneRecord(
                        product,
                        scene.boundsVersion(),
                        scene.extractionVersion(),
                        at,
                        Pass.NIGHT,
                        scene.grid(),
                        scene.clearFraction(),
                        scene.transmittance(),
                        scene.radiometry(),
                        scene.radiancePerCount(),
                        scene.flags(),
                        scene.clipKey()),
                day.samples());
    }
}
