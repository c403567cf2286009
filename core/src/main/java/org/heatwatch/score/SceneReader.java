package org.heatwatch.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.fit.Excess;
import org.heatwatch.fit.PointSpread;
import org.heatwatch.fit.SingleSceneFit;
import org.heatwatch.fit.Target;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/** Reads one clip of a site: its native samples, and from them the excess of everything that is scored. */
public final class SceneReader {
    private SceneReader() {}

    /** Reads a clip of this site. */
    public static SceneReading read(Clip clip, Site site) {
        Recovery recovery = GridRecovery.recover(clip.image(), GridPriors.of(clip, site));
        List<FacilityReading> readings =
                switch (recovery) {
                    case Recovery.Resolved resolved -> measured(clip, site, resolved.samples());
                    case Recovery.Unresolved _ -> unresolved(clip, site);
                };
        return new SceneReading(clip.product().id(), site.id(), clip.transmittance(), recovery, readings);
    }

    /** Effective kelvin of one W/(m2 sr um) at the top of the atmosphere: the ground's excess that makes it. */
    public static double kelvinPerRadiance(Clip clip) {
        return EffectiveKelvin.perRadiance(
                clip.radiometry(), clip.medianRadiance(), clip.transmittance().tau());
    }

    private static List<FacilityReading> measured(Clip clip, Site site, NativeSamples samples) {
        List<Feature> scored = scored(site);
        List<Target> targets = scored.stream()
                .map(f -> new Target(f.id(), f.footprint().utm(), f.role() == Role.FACILITY))
                .toList();
        Map<String, Excess> excesses = new SingleSceneFit(targets, PointSpread.TIRS).measure(samples);
        double radiancePerCount = clip.scaling().multiplier();
        double kelvinPerRadiance = kelvinPerRadiance(clip);
        List<FacilityReading> readings = new ArrayList<>();
        for (Feature feature : scored) {
            List<String> flags = flags(clip, feature);
            Excess excess = Objects.requireNonNull(excesses.get(feature.id()));
            FacilityReading.Outcome outcome =
                    switch (excess) {
                        case Excess.Measured m -> {
                            flags.add(FacilityReading.NO_HISTORY);
                            double radiance = m.value() * radiancePerCount;
                            double error = m.standardError() * radiancePerCount;
                            yield new FacilityReading.Observed(
                                    radiance, error, radiance * kelvinPerRadiance, error * kelvinPerRadiance);
                        }
                        case Excess.NotMeasured n -> {
                            flags.add(n.reason());
                            yield new FacilityReading.NoObservation();
                        }
                    };
            readings.add(new FacilityReading(feature.id(), feature.role(), outcome, excess.visibleFraction(), flags));
        }
        return readings;
    }

    private static List<FacilityReading> unresolved(Clip clip, Site site) {
        List<FacilityReading> readings = new ArrayList<>();
        for (Feature feature : scored(site)) {
            List<String> flags = flags(clip, feature);
            flags.add(FacilityReading.GRID_UNRESOLVED);
            readings.add(
                    new FacilityReading(feature.id(), feature.role(), new FacilityReading.NoObservation(), 0, flags));
        }
        return readings;
    }

    private static List<Feature> scored(Site site) {
        return site.features().stream().filter(f -> f.role().isScored()).toList();
    }

    private static List<String> flags(Clip clip, Feature feature) {
        List<String> flags = new ArrayList<>();
        if (Site.isPlaceholder(feature)) {
            flags.add(FacilityReading.PLACEHOLDER);
        } else if (!feature.verified()) {
            flags.add(FacilityReading.UNVERIFIED);
        }
        if (clip.transmittance().source() == Transmittance.Source.ASSUMED
                || clip.product().hasPreliminaryPointing()) {
            flags.add(FacilityReading.PROVISIONAL);
        }
        return flags;
    }
}
