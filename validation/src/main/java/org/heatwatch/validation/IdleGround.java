package org.heatwatch.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.idle.DormantScene;
import org.heatwatch.idle.IdleMap;
import org.heatwatch.idle.IdleMapFit;
import org.heatwatch.idle.SceneResidual;
import org.heatwatch.idle.SceneSamples;
import org.heatwatch.idle.Smoothness;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.site.Role;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The idle map of an archive, to look at; fitted with the settings of {@link org.heatwatch.history.SiteHistory}. */
final class IdleGround {
    private static final Smoothness SMOOTHNESS = new Smoothness(0.3, 0.5);
    private static final double MARGIN_METRES = 450;
    private static final double SEEN_METRES = 120;

    private final Envelope area = new Envelope();
    private final IdleMapFit fit;

    IdleGround(SimulatedArchive archive) {
        archive.buildings().forEach(b -> area.expandToInclude(b.outline().getEnvelopeInternal()));
        area.expandBy(MARGIN_METRES);
        Geometry facilities = new GeometryFactory()
                .buildGeometry(archive.buildings().stream()
                        .filter(b -> b.role() == Role.FACILITY)
                        .map(b -> b.outline().buffer(SEEN_METRES))
                        .toList())
                .union();
        List<DormantScene> dormant = archive.dormant().stream()
                .map(this::samples)
                .flatMap(Optional::stream)
                .map(samples -> new DormantScene(samples, 1))
                .toList();
        fit = new IdleMapFit(dormant, area, facilities, SMOOTHNESS);
    }

    IdleMap map() {
        return fit.map();
    }

    /** What a scene leaves over; empty if its grid is unresolved. */
    Optional<SceneResidual> residual(ArchiveScene scene) {
        return samples(scene).map(fit::residual);
    }

    private Optional<SceneSamples> samples(ArchiveScene scene) {
        return scene.sampled().nativeSamples().map(s -> samples(scene.sampled().scene(), s));
    }

    private SceneSamples samples(SceneRecord record, NativeSamples samples) {
        int[] inside = IntStream.range(0, samples.count())
                .filter(i -> area.contains(samples.east(i), samples.north(i)))
                .toArray();
        List<Double> radiance = Arrays.stream(inside).mapToObj(samples::value).toList();
        double median = Sample.of(radiance).quantile(0.5);
        double kelvin = EffectiveKelvin.perRadiance(
                record.radiometry(), median, record.transmittance().tau());
        return new SceneSamples(
                record.acquisition().date(),
                record.acquiredAt(),
                samples.grid(),
                Arrays.stream(inside).mapToDouble(samples::east).toArray(),
                Arrays.stream(inside).mapToDouble(samples::north).toArray(),
                radiance.stream().mapToDouble(r -> (r - median) * kelvin).toArray());
    }
}
