package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.site.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of few scenes. */
final class SimulatedArchiveTest {
    private static final ArchiveRecipe FEW = ArchiveRecipe.reference()
            .withReferenceScenes(4)
            .withGroups(List.of(TestGroup.idle("idle", 2), TestGroup.allOn("5 K", 2, 5)));
    private static final SimulatedArchive ARCHIVE = SimulatedArchive.of(FEW, 1);

    /** Noise of one sample: 0.05 K at 300 K. */
    private static final double NOISE = 0.05 * 0.1423;

    @Test
    void anArchiveDependsOnlyOnRecipeAndSeed() {
        SimulatedArchive again = SimulatedArchive.of(FEW, 1);
        SimulatedArchive other = SimulatedArchive.of(FEW, 2);

        assertThat(sampled(again)).isEqualTo(sampled(ARCHIVE));
        assertThat(again.buildings()).isEqualTo(ARCHIVE.buildings());
        assertThat(sampled(other)).doesNotContainAnyElementsOf(sampled(ARCHIVE));
    }

    @Test
    void cachedSamplesAreTheSame(@TempDir Path folder) {
        SimulatedArchive first = SimulatedArchive.keptIn(folder, FEW, 1);
        SimulatedArchive again = SimulatedArchive.keptIn(folder, FEW, 1);

        assertThat(folder).isDirectoryContaining("glob:**");
        assertThat(sampled(first)).isEqualTo(sampled(ARCHIVE));
        assertThat(sampled(again)).isEqualTo(sampled(ARCHIVE));
    }

    @Test
    void fewerReferenceScenesAreASubset() {
        SimulatedArchive fewer = SimulatedArchive.of(FEW.withReferenceScenes(2), 1);

        assertThat(sampled(ARCHIVE)).containsAll(sampled(fewer));
        assertThat(fewer.scenes()).hasSize(6);
    }

    @Test
    void everyGridIsRecoveredAndTheSamplesAreCorrect() {
        assertThat(ARCHIVE.scenes()).hasSize(8).allSatisfy(scene -> {
            NativeSamples found = scene.sampled().nativeSamples().orElseThrow();
            assertThat(found.count()).isGreaterThan(650);
            assertThat(sampleError(scene, found) / slope(scene)).isLessThan(0.02);
        });
    }

    @Test
    void aSceneHasTheRecordOfTheLedger() {
        ArchiveScene scene = ARCHIVE.group("5 K").getFirst();

        assertThat(scene.sampled().scene().transmittance().tau())
                .isEqualTo(scene.truth().settings().atmosphere().transmittance());
        assertThat(scene.sampled().scene().acquisition().scene()).isEqualTo(SimulatedSite.SCENE);
        assertThat(ARCHIVE.referenceScenes()).hasSize(4).allSatisfy(reference -> {
            assertThat(reference.sampled().scene().acquisition().satellite()).isEqualTo(Satellite.LANDSAT_8);
            assertThat(ARCHIVE.site()
                            .referenceWeight(
                                    reference.sampled().scene().acquisition().date()))
                    .isEqualTo(1);
        });
    }

    @Test
    void theTrueExcessIsKnownByFeature() {
        SceneTruth hot = ARCHIVE.group("5 K").getFirst().truth();

        assertThat(ARCHIVE.facilities())
                .hasSize(5)
                .allSatisfy(id -> assertThat(hot.excess(id)).isEqualTo(5));
        assertThat(hot.excess("reference-1")).isZero();
        assertThat(ARCHIVE.group("idle").getFirst().truth().excess("facility-1"))
                .isZero();
    }

    @Test
    void withoutBackgroundScatterAndIdleVariabilityAnIdleSceneDiffersFromItsExpectationByNoise() {
        ArchiveRecipe still =
                FEW.withScatterShare(0).withIdleVariabilityKelvin(0).withRegistrationMetres(8);
        SimulatedArchive archive = SimulatedArchive.of(still, 3, SimulatedSampleExtraction.none());

        assertThat(archive.referenceScenes())
                .allSatisfy(scene -> assertThat(deviation(scene)).isCloseTo(NOISE, within(0.1 * NOISE)));
        assertThat(archive.group("5 K"))
                .allSatisfy(scene -> assertThat(deviation(scene)).isGreaterThan(1.3 * NOISE));
        assertThat(ARCHIVE.referenceScenes())
                .allSatisfy(scene -> assertThat(deviation(scene)).isGreaterThan(2 * NOISE));
    }

    @Test
    void buildingsAreSeparateAndOutlinesAreDisplacedByTheRequestedDistance() {
        SimulatedArchive off = SimulatedArchive.of(
                FEW.withReferenceScenes(0).withGroups(List.of()).withFootprintErrorMetres(15), 1);

        for (Building building : off.buildings()) {
            double nearest = Double.POSITIVE_INFINITY;
            for (Building other : off.buildings()) {
                if (!other.equals(building)) {
                    nearest = Math.min(
                            nearest, Math.hypot(building.east() - other.east(), building.north() - other.north()));
                    assertThat(building.outline().intersects(other.outline())).isFalse();
                }
            }
            assertThat(nearest).isBetween(118.0, 165.0);
            assertThat(building.outline().getArea()).isBetween(2999.0, 7001.0);
            assertThat(off.site()
                            .feature(building.id())
                            .orElseThrow()
                            .footprint()
                            .utm()
                            .getCentroid()
                            .distance(building.outline().getCentroid()))
                    .isCloseTo(15, within(1e-6));
        }
        assertThat(off.site().features(Role.REFERENCE)).hasSize(30);
        assertThat(off.site().features(Role.CONTROL)).hasSize(2);
    }

    @Test
    void cloudsAreMasked() {
        ArchiveRecipe cloudy = FEW.withCloudProbability(1).withMissedEdgeMetres(200);
        SimulatedArchive archive = SimulatedArchive.of(cloudy, 1, SimulatedSampleExtraction.none());

        assertThat(archive.scenes())
                .anySatisfy(scene -> assertThat(scene.image().clearFraction()).isBetween(0.3, 0.97));
    }

    @Test
    void transmittancesAreAssumedInTheRequestedShareOfScenes() {
        SimulatedArchive archive = SimulatedArchive.of(FEW.withAssumedTauShare(1), 1, SimulatedSampleExtraction.none());

        assertThat(archive.scenes())
                .allSatisfy(scene -> assertThat(
                                scene.sampled().scene().transmittance().tau())
                        .isEqualTo(0.8));
    }

    private static List<SampledScene> sampled(SimulatedArchive archive) {
        return archive.scenes().stream().map(ArchiveScene::sampled).toList();
    }

    private static double slope(ArchiveScene scene) {
        return scene.truth()
                .settings()
                .satellite()
                .planck()
                .slope(scene.truth().settings().meanKelvin());
    }

    /** Root mean square difference from the true sample that lies where each was found, in W/(m2 sr um). */
    private static double sampleError(ArchiveScene scene, NativeSamples found) {
        NativeGrid truth = scene.truth().samples().grid();
        double sumOfSquares = 0;
        for (int i = 0; i < found.count(); i++) {
            int u = (int) Math.rint(truth.across(found.east(i), found.north(i)));
            int v = (int) Math.rint(truth.along(found.east(i), found.north(i)));
            double error = found.value(i) - scene.truth().samples().radiance(u, v);
            sumOfSquares += error * error;
        }
        return Math.sqrt(sumOfSquares / found.count());
    }

    /** Root mean square difference of the true samples from their idle expectation, in W/(m2 sr um). */
    private static double deviation(ArchiveScene scene) {
        double[] seen = scene.truth().samples().radiances();
        double[] idle = scene.truth().idle().radiances();
        assertThat(idle).hasSameSizeAs(seen);
        double sumOfSquares = 0;
        int count = 0;
        for (int i = 0; i < seen.length; i++) {
            if (!Double.isNaN(seen[i])) {
                sumOfSquares += (seen[i] - idle[i]) * (seen[i] - idle[i]);
                count++;
            }
        }
        return Math.sqrt(sumOfSquares / count);
    }
}
