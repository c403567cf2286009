package org.heatwatch.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.fit.SingleSceneFit;
import org.heatwatch.estimation.fit.TargetFootprint;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/** Measures one clip of a site: extracts its native samples and estimates the excess of every scored feature. */
public final class SceneMeasurer {
    private SceneMeasurer() {}

    /** Measures a clip of this site. */
    public static SceneMeasurement measure(Clip clip, Site site) {
        Recovery recovery = ZoneTransfer.recover(clip, site);
        List<Feature> scored =
                site.features().stream().filter(f -> f.role().isScored()).toList();
        double kelvinPerRadiance = kelvinPerRadiance(clip);
        Function<Feature, MeasuredObservation> observations =
                switch (recovery) {
                    case Recovery.Resolved resolved ->
                        measured(scored, resolved.samples(), clip.scaling().multiplier() * kelvinPerRadiance);
                    case Recovery.Unresolved _ ->
                        _ -> new MeasuredObservation.Hidden(ReaderFlags.GRID_UNRESOLVED, /* visibleFraction= */ 0);
                };
        List<MeasuredFeature> features = scored.stream()
                .map(f -> flagged(clip, f, observations.apply(f)))
                .toList();
        return new SceneMeasurement(
                clip.product().id(), site.id(), clip.transmittance(), kelvinPerRadiance, recovery, features);
    }

    /**
     * Excess of the ground, in effective kelvin, that raises the radiance at the top of the atmosphere by 1 W/(m2 sr
     * um).
     */
    public static double kelvinPerRadiance(Clip clip) {
        return EffectiveKelvin.perRadiance(
                clip.radiometry(), clip.medianRadiance(), clip.transmittance().tau());
    }

    private static Function<Feature, MeasuredObservation> measured(
            List<Feature> scored, NativeSamples samples, double kelvinPerCount) {
        List<TargetFootprint> footprints = scored.stream()
                .map(f -> new TargetFootprint(
                        f.id(), f.footprint().utm(), true, f.role() == Role.FACILITY, f.accuracyMetres()))
                .toList();
        List<MeasuredObservation> all =
                SingleSceneFit.of(footprints, PointSpread.TIRS).measure(samples, kelvinPerCount);
        return feature -> all.get(scored.indexOf(feature));
    }

    private static MeasuredFeature flagged(Clip clip, Feature feature, MeasuredObservation observation) {
        List<String> flags = new ArrayList<>();
        ReaderFlags.ofOutline(feature).ifPresent(flags::add);
        if (clip.transmittance().source() == Transmittance.Source.ASSUMED
                || clip.product().hasPreliminaryPointing()) {
            flags.add(ReaderFlags.PROVISIONAL);
        }
        flags.add(
                switch (observation) {
                    case MeasuredObservation.Measured _ -> ReaderFlags.NO_HISTORY;
                    case MeasuredObservation.Hidden hidden -> hidden.reason();
                });
        return new MeasuredFeature(feature, observation, flags);
    }
}
