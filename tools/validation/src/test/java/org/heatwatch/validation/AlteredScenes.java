package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.landsat.Level;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.Tier;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.site.Pass;
import org.locationtech.jts.geom.Point;

/** Modified copies of scenes. */
final class AlteredScenes {
    private AlteredScenes() {}

    private static SampledScene with(
            SampledScene of, ProductId product, SampledGrid grid, Optional<StoredSamples> samples) {
        SceneRecord scene = of.scene();
        return with(of, product, grid, samples, scene.pass(), scene.flags());
    }

    private static SampledScene with(
            SampledScene of,
            ProductId product,
            SampledGrid grid,
            Optional<StoredSamples> samples,
            Pass pass,
            Set<SceneFlag> flags) {
        SceneRecord scene = of.scene();
        return new SampledScene(
                new SceneRecord(
                        product,
                        scene.boundsVersion(),
                        scene.extractionVersion(),
                        scene.acquiredAt(),
                        pass,
                        grid,
                        scene.clearFraction(),
                        scene.transmittance(),
                        scene.radiometry(),
                        scene.radiancePerCount(),
                        flags,
                        scene.clipKey()),
                samples);
    }

    /** The same scene from a product with this processing date and tier. */
    static SampledScene processed(SampledScene scene, LocalDate day, Tier tier) {
        ProductId p = scene.scene().product();
        ProductId other = new ProductId(p.sensor(), p.satellite(), Level.L2SP, p.scene(), p.acquired(), day, tier);
        return with(scene, other, scene.scene().grid(), scene.samples());
    }

    /** The same scene with an unresolved grid. */
    static SampledScene unresolved(SampledScene scene) {
        return with(
                scene, scene.scene().product(), new SampledGrid.Unresolved("too few clear pixels"), Optional.empty());
    }

    /** The same scene, flagged as snow. */
    static SampledScene snowy(SampledScene s) {
        return with(
                s, s.scene().product(), s.scene().grid(), s.samples(), s.scene().pass(), Set.of(SceneFlag.SNOW));
    }

    /** The same scene as a night pass. */
    static SampledScene atNight(SampledScene s) {
        return with(
                s,
                s.scene().product(),
                s.scene().grid(),
                s.samples(),
                Pass.NIGHT,
                s.scene().flags());
    }

    /** The same scene from a real-time product. */
    static SampledScene inRealTime(SampledScene scene) {
        ProductId p = scene.scene().product();
        ProductId other =
                new ProductId(p.sensor(), p.satellite(), Level.L1TP, p.scene(), p.acquired(), p.acquired(), Tier.RT);
        return with(scene, other, scene.scene().grid(), scene.samples());
    }

    /** The same scene with radiances that are higher by this percentage near some points. */
    static SampledScene warmer(SampledScene scene, List<Point> places, double percent) {
        NativeSamples samples = scene.nativeSamples().orElseThrow();
        return kept(scene, samples, sample -> {
            boolean isNear = places.stream()
                    .anyMatch(p -> Math.hypot(samples.east(sample) - p.getX(), samples.north(sample) - p.getY()) < 70);
            return samples.value(sample) * (isNear ? 1 + percent / 100 : 1);
        });
    }

    /** The same scene with radiances that are higher by this percentage at the centre of the site. */
    static SampledScene brighter(SampledScene scene, double percent) {
        NativeSamples samples = scene.nativeSamples().orElseThrow();
        return kept(scene, samples, sample -> {
            double share = Math.abs(samples.across(sample)) + Math.abs(samples.along(sample)) < 8 ? percent / 100 : 0;
            return samples.value(sample) * (1 + share);
        });
    }

    /** The same scene with a cloud of this radius in metres around a point. */
    static SampledScene without(SampledScene scene, Point place, double metres) {
        NativeSamples samples = scene.nativeSamples().orElseThrow();
        return kept(
                scene,
                samples,
                sample -> Math.hypot(samples.east(sample) - place.getX(), samples.north(sample) - place.getY()) < metres
                        ? Double.NaN
                        : samples.value(sample));
    }

    private interface Value {
        double of(int sample);
    }

    /** The samples with other values, without those that are NaN. */
    private static SampledScene kept(SampledScene scene, NativeSamples samples, Value values) {
        int[] across = new int[samples.count()];
        int[] along = new int[samples.count()];
        double[] value = new double[samples.count()];
        int n = 0;
        for (int s = 0; s < samples.count(); s++) {
            double changed = values.of(s);
            if (!Double.isNaN(changed)) {
                across[n] = samples.across(s);
                along[n] = samples.along(s);
                value[n++] = changed;
            }
        }
        NativeSamples other = NativeSamples.of(
                samples.grid(),
                samples.residual(),
                Arrays.copyOf(across, n),
                Arrays.copyOf(along, n),
                Arrays.copyOf(value, n));
        return with(
                scene,
                scene.scene().product(),
                scene.scene().grid(),
                Optional.of(StoredSamples.of(other, new Scaling(1, 0, 0))));
    }
}
