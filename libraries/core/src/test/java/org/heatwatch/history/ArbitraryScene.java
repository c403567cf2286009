package org.heatwatch.history;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;

/** A scene of {@link SyntheticSite} that is wrong in one way, drawn at random: its values, calibration or grid. */
final class ArbitraryScene {
    private static final double COLDEST = 0.6;
    private static final double HOTTEST = 25;

    private final Random random;
    private final SampledScene good;

    private ArbitraryScene(Random random, LocalDate date) {
        this.random = random;
        this.good = SyntheticOverpass.on(date).scene();
    }

    /** The ways to be wrong. */
    enum Kind {
        GOOD,
        CONSTANT,
        RANDOM_VALUES,
        STRONG_CONTRAST,
        INVERTED,
        GRADIENT,
        STRIPES,
        SINGLE_VALUES,
        HOT_EVERYWHERE_AT_BUILDINGS,
        FEW_SAMPLES,
        OTHER_PLACE,
        OTHER_ROTATION,
        CALIBRATION,
        TRANSMITTANCE,
        IMPOSSIBLE_VALUES
    }

    static SampledScene of(Kind kind, long seed, LocalDate date) {
        return new ArbitraryScene(new Random(seed), date).as(kind);
    }

    private SampledScene as(Kind kind) {
        return switch (kind) {
            case GOOD -> good;
            case CONSTANT -> withValues(_ -> 8.5);
            case RANDOM_VALUES -> withValues(_ -> COLDEST + (HOTTEST - COLDEST) * random.nextDouble());
            case STRONG_CONTRAST -> withValues(contrast(5 + 25 * random.nextDouble()));
            case INVERTED -> withValues(contrast(-1 - 10 * random.nextDouble()));
            case GRADIENT -> withIndices((across, along) -> 12 + 0.4 * across + 0.3 * along);
            case STRIPES -> withIndices((_, along) -> along % 2 == 0 ? 3 : 18);
            case SINGLE_VALUES -> {
                double rare = random.nextDouble() * 0.01;
                yield withValues(value -> random.nextDouble() < rare ? HOTTEST : value);
            }
            case HOT_EVERYWHERE_AT_BUILDINGS -> hot();
            case FEW_SAMPLES -> some(60 + random.nextInt(60));
            case OTHER_PLACE ->
                onGrid(
                        new GridGeometry(14.9, 101.1, 97.3, -0.0018),
                        SyntheticSite.EAST + 3000 * random.nextGaussian(),
                        SyntheticSite.NORTH + 3000 * random.nextGaussian());
            case OTHER_ROTATION ->
                onGrid(
                        new GridGeometry(360 * random.nextDouble() - 180, 60 + 100 * random.nextDouble(), 97, 0.05),
                        SyntheticSite.EAST,
                        SyntheticSite.NORTH);
            case CALIBRATION -> with(calibration(), good.scene().transmittance());
            case TRANSMITTANCE ->
                with(
                        good.scene().radiometry(),
                        new Transmittance(Math.pow(10, -9 * random.nextDouble()) * 0.3, Transmittance.Source.ST_ATRAN));
            case IMPOSSIBLE_VALUES -> withValues(_ -> random.nextGaussian() * 1e30);
        };
    }

    private ThermalRadiometry calibration() {
        double wrong = Math.pow(10, 600 * random.nextDouble() - 300);
        return switch (random.nextInt(4)) {
            case 0 -> new ThermalRadiometry(wrong, 0.1, 774.8853, 1321.0789);
            case 1 -> new ThermalRadiometry(3.342e-4, -wrong, 774.8853, 1321.0789);
            case 2 -> new ThermalRadiometry(3.342e-4, 0.1, wrong, 1321.0789);
            default -> new ThermalRadiometry(3.342e-4, 0.1, 774.8853, wrong);
        };
    }

    private static DoubleUnaryOperator contrast(double factor) {
        return value -> Math.clamp(8.5 + factor * (value - 8.5), COLDEST, HOTTEST);
    }

    private interface Indexed {
        double at(int across, int along);
    }

    private NativeSamples samples() {
        return good.nativeSamples().orElseThrow();
    }

    private SampledScene withValues(DoubleUnaryOperator change) {
        NativeSamples old = samples();
        return rebuilt(
                old.grid(),
                all(old),
                IntStream.range(0, old.count())
                        .mapToDouble(i -> change.applyAsDouble(old.value(i)))
                        .toArray());
    }

    private SampledScene withIndices(Indexed value) {
        NativeSamples old = samples();
        return rebuilt(
                old.grid(),
                all(old),
                IntStream.range(0, old.count())
                        .mapToDouble(i -> value.at(old.across(i), old.along(i)))
                        .toArray());
    }

    private static int[] all(NativeSamples samples) {
        return IntStream.range(0, samples.count()).toArray();
    }

    private SampledScene some(int count) {
        NativeSamples old = samples();
        int[] kept =
                random.ints(0, old.count()).distinct().limit(count).sorted().toArray();
        return rebuilt(
                old.grid(), kept, Arrays.stream(kept).mapToDouble(old::value).toArray());
    }

    private SampledScene hot() {
        SyntheticOverpass overpass =
                SyntheticOverpass.on(good.scene().acquisition().date());
        List.copyOf(SyntheticSite.SITE.features())
                .forEach(feature -> overpass.excess(feature.id(), 40 * random.nextDouble()));
        return overpass.scene();
    }

    private SampledScene onGrid(GridGeometry geometry, double east, double north) {
        NativeSamples old = samples();
        SamplingGrid grid = new SamplingGrid(geometry, random.nextDouble(), random.nextDouble(), east, north);
        return rebuilt(
                grid,
                all(old),
                IntStream.range(0, old.count()).mapToDouble(old::value).toArray());
    }

    private SampledScene rebuilt(SamplingGrid grid, int[] kept, double[] values) {
        NativeSamples old = samples();
        NativeSamples changed = NativeSamples.of(
                grid,
                1e-4,
                Arrays.stream(kept).map(old::across).toArray(),
                Arrays.stream(kept).map(old::along).toArray(),
                values);
        return new SampledScene(
                record(grid, good.scene().radiometry(), good.scene().transmittance()),
                Optional.of(StoredSamples.of(changed, new Scaling(1, 0, 0))));
    }

    private SampledScene with(ThermalRadiometry radiometry, Transmittance transmittance) {
        return new SampledScene(record(samples().grid(), radiometry, transmittance), good.samples());
    }

    private SceneRecord record(SamplingGrid grid, ThermalRadiometry radiometry, Transmittance transmittance) {
        SceneRecord old = good.scene();
        return new SceneRecord(
                old.product(),
                old.boundsVersion(),
                old.extractionVersion(),
                old.acquiredAt(),
                old.pass(),
                new SampledGrid.Resolved(grid, 1e-4),
                old.clearFraction(),
                transmittance,
                radiometry,
                old.radiancePerCount(),
                old.flags(),
                old.clipKey());
    }
}
