package org.heatwatch.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Pass;

/** Scenes made up for tests of ledgers. */
public final class LedgerScenes {
    private static final SamplingGrid GRID = new SamplingGrid(
            new GridGeometry(14.87654321, 101.123456789, 97.3210987, -0.00123),
            0.123456789012345,
            0.98765432109,
            290829.05,
            4200719.76);
    private static final Scaling SCALING = new Scaling(3.342e-4, 0.1, 0);

    private LedgerScenes() {}

    /** A resolved scene of so many samples whose values depend on the product. */
    public static SampledScene resolved(String product, int samples) {
        return resolved(product, samples, 1, 1);
    }

    public static SampledScene resolved(String product, int samples, int boundsVersion, int extractionVersion) {
        ProductId id = ProductId.parse(product);
        NativeSamples found = samples(samples, id.hashCode() + 31L * extractionVersion + boundsVersion);
        SceneRecord scene = scene(id, boundsVersion, extractionVersion, new SampledGrid.Resolved(GRID, 0.000123456789));
        return new SampledScene(scene, Optional.of(StoredSamples.of(found, SCALING)));
    }

    public static SampledScene unresolved(String product) {
        ProductId id = ProductId.parse(product);
        return new SampledScene(
                scene(id, 1, 1, new SampledGrid.Unresolved("only 12 clear pixels, 900 are needed")), Optional.empty());
    }

    /** Samples in counts, in rows of a hundred with gaps. */
    static NativeSamples samples(int count, long seed) {
        Random random = new Random(seed);
        int[] across = new int[count];
        int[] along = new int[count];
        double[] value = new double[count];
        for (int i = 0; i < count; i++) {
            int place = i + i / 37;
            across[i] = place % 100 - 50;
            along[i] = place / 100 - 60;
            value[i] = 22_000 + 500 * random.nextGaussian();
        }
        return NativeSamples.of(GRID, 0.4, across, along, value);
    }

    private static SceneRecord scene(ProductId id, int boundsVersion, int extractionVersion, SampledGrid grid) {
        return new SceneRecord(
                id,
                boundsVersion,
                extractionVersion,
                Instant.parse(id.acquired() + "T02:11:07.123456700Z"),
                Pass.DAY,
                grid,
                0.123456789012345,
                new Transmittance(0.8123, Transmittance.Source.ST_ATRAN),
                new ThermalRadiometry(3.342e-4, 0.1, 774.8853, 1321.0789),
                3.342e-4,
                Set.of(SceneFlag.PARTLY_COVERED, SceneFlag.PRELIMINARY_POINTING),
                "clips/kaesong/" + id.acquired() + "/" + id + "-" + boundsVersion + ".tif");
    }
}
