package org.heatwatch.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Point;

/**
 * A simulated scene of {@link SyntheticSite} as native samples: smooth ground, noise, and the excess of every footprint as a
 * blurred point. The date determines the noise, the sampling grid and the misregistration.
 */
final class SyntheticOverpass {
    static final double TAU = 0.8;

    private static final GridGeometry GEOMETRY = new GridGeometry(14.9, 101.1, 97.3, -0.0018);
    private static final ThermalRadiometry RADIOMETRY = new ThermalRadiometry(3.342e-4, 0.1, 774.8853, 1321.0789);
    private static final double RADIANCE = 8.5;
    private static final double NOISE_KELVIN = 0.15;
    private static final double IDLE_KELVIN = 0.3;
    private static final double CLOUD_TOP_KELVIN = 0.3;
    private static final double SHIFT_METRES = 8;
    private static final int SAMPLES_EACH_WAY = 9;

    private final LocalDate date;
    private final Map<String, Double> excess = new HashMap<>();
    private final Set<SceneFlag> flags = EnumSet.noneOf(SceneFlag.class);
    private String level = "L2SP";
    private String tier = "T1";
    private LocalDate processed;
    private int row = 34;
    private Pass pass = Pass.DAY;
    private double idleKelvin = IDLE_KELVIN;
    private double radianceShift;
    private Transmittance transmittance = new Transmittance(TAU, Transmittance.Source.ST_ATRAN);
    private Cloud cloud = (_, _) -> false;
    private Cloud flaggedPatch = (_, _) -> false;
    private double cloudKelvin = Double.NaN;

    /** Clouds of a scene. */
    interface Cloud {
        boolean hides(double east, double north);
    }

    private SyntheticOverpass(LocalDate date) {
        this.date = date;
        this.processed = date.plusDays(10);
    }

    static SyntheticOverpass on(LocalDate date) {
        return new SyntheticOverpass(date);
    }

    static SyntheticOverpass on(String date) {
        return on(LocalDate.parse(date));
    }

    /** Idle scenes, 16 days apart, from the beginning of the reference period. */
    static List<SampledScene> idle(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> on(SyntheticSite.REFERENCE_PERIOD.from().plusDays(4 + 16L * i)))
                .map(SyntheticOverpass::scene)
                .toList();
    }

    /** Excess of a footprint in effective kelvin. */
    SyntheticOverpass excess(String feature, double kelvin) {
        excess.put(feature, kelvin);
        return this;
    }

    /** Sets the idle variability of every building, as a standard deviation. */
    SyntheticOverpass varyingBy(double kelvin) {
        idleKelvin = kelvin;
        return this;
    }

    SyntheticOverpass brighterBy(double radiance) {
        radianceShift = radiance;
        return this;
    }

    SyntheticOverpass hiddenBy(Cloud hides) {
        cloud = hides;
        return this;
    }

    /** Hides everything within a distance of a feature. */
    SyntheticOverpass hidden(String feature, double metres) {
        Point at = SyntheticSite.middle(SyntheticSite.SITE.feature(feature).orElseThrow());
        return hiddenBy((east, north) -> Math.hypot(east - at.getX(), north - at.getY()) < metres);
    }

    /** Hides it by a cloud of this temperature, in kelvin relative to the ground, that the mask does not contain. */
    SyntheticOverpass unmasked(double kelvin) {
        cloudKelvin = kelvin;
        return this;
    }

    /** The mask flags a small patch around a feature, without a cloud. */
    SyntheticOverpass flaggedAround(String feature) {
        Point at = SyntheticSite.middle(SyntheticSite.SITE.feature(feature).orElseThrow());
        flaggedPatch = (east, north) -> Math.hypot(east - at.getX(), north - at.getY()) < 130;
        return this;
    }

    SyntheticOverpass product(String itsLevel, String itsTier) {
        level = itsLevel;
        tier = itsTier;
        return this;
    }

    SyntheticOverpass processedOn(LocalDate day) {
        processed = day;
        return this;
    }

    /** Sets the WRS row of the product; the satellite is over the next row of the path 24 s later. */
    SyntheticOverpass inRow(int itsRow) {
        row = itsRow;
        return this;
    }

    SyntheticOverpass flagged(SceneFlag flag) {
        flags.add(flag);
        return this;
    }

    SyntheticOverpass atNight() {
        pass = Pass.NIGHT;
        return this;
    }

    SyntheticOverpass assuming(double tau) {
        transmittance = new Transmittance(tau, Transmittance.Source.ASSUMED);
        return this;
    }

    SampledScene scene() {
        SamplingGrid grid = grid();
        StoredSamples samples = samples(grid);
        return new SampledScene(record(new SampledGrid.Resolved(grid, 1e-4)), Optional.of(samples));
    }

    SampledScene unresolved(String reason) {
        return new SampledScene(record(new SampledGrid.Unresolved(reason)), Optional.empty());
    }

    private SamplingGrid grid() {
        Random random = new Random(date.toEpochDay());
        return new SamplingGrid(
                GEOMETRY, random.nextDouble(), random.nextDouble(), SyntheticSite.EAST, SyntheticSite.NORTH);
    }

    private StoredSamples samples(SamplingGrid grid) {
        Random random = new Random(~date.toEpochDay());
        Site site = SyntheticSite.SITE;
        double eastOff = SHIFT_METRES * random.nextGaussian();
        double northOff = SHIFT_METRES * random.nextGaussian();
        double[] kelvinOf = site.features().stream()
                .mapToDouble(f -> idleKelvin * random.nextGaussian() + excess.getOrDefault(f.id(), 0.0))
                .toArray();
        double kelvinPerRadiance = EffectiveKelvin.perRadiance(RADIOMETRY, RADIANCE, TAU);
        double angle = 2 * Math.PI * (date.getDayOfYear() - 1) / 365.25;
        int side = 2 * SAMPLES_EACH_WAY + 1;
        int[] across = new int[side * side];
        int[] along = new int[side * side];
        double[] value = new double[side * side];
        int n = 0;
        for (int i = 0; i < side * side; i++) {
            int u = i % side - SAMPLES_EACH_WAY;
            int v = Math.floorDiv(i, side) - SAMPLES_EACH_WAY;
            double[] stated = grid.positionOf(u, v);
            double[] at = {stated[0] - eastOff, stated[1] - northOff};
            double kelvin = ground(at[0] - SyntheticSite.EAST, at[1] - SyntheticSite.NORTH, angle)
                    + NOISE_KELVIN * random.nextGaussian();
            for (int f = 0; f < kelvinOf.length; f++) {
                kelvin += kelvinOf[f] * response(site.features().get(f), at);
            }
            boolean isHidden = cloud.hides(stated[0], stated[1]);
            if (!isHidden || Double.isFinite(cloudKelvin)) {
                double seen = isHidden ? cloudKelvin + CLOUD_TOP_KELVIN * random.nextGaussian() : kelvin;
                across[n] = u;
                along[n] = v;
                value[n++] = RADIANCE + radianceShift + seen / kelvinPerRadiance;
            }
        }
        NativeSamples found = NativeSamples.of(
                grid, 1e-4, Arrays.copyOf(across, n), Arrays.copyOf(along, n), Arrays.copyOf(value, n));
        return StoredSamples.of(only(found, false), only(found, true), new Scaling(1, 0, 0));
    }

    /** The samples inside or outside of the flagged patch. */
    private NativeSamples only(NativeSamples samples, boolean isFlagged) {
        int[] wanted = IntStream.range(0, samples.count())
                .filter(i -> flaggedPatch.hides(samples.east(i), samples.north(i)) == isFlagged)
                .toArray();
        return NativeSamples.of(
                samples.grid(),
                samples.residual(),
                IntStream.of(wanted).map(samples::across).toArray(),
                IntStream.of(wanted).map(samples::along).toArray(),
                IntStream.of(wanted).mapToDouble(samples::value).toArray());
    }

    private static double ground(double east, double north, double angle) {
        return 3 * Math.sin(east / 250) * Math.cos(north / 290) + Math.cos(angle) * Math.cos(east / 400);
    }

    private static double response(Feature feature, double[] at) {
        Point middle = SyntheticSite.middle(feature);
        double side = 2 * SyntheticSite.HALF_SIDE;
        double sigma = PointSpread.TIRS.sigmaMetres();
        double squared = sigma * sigma + side * side / 12;
        double metres = Math.hypot(at[0] - middle.getX(), at[1] - middle.getY());
        return side * side * Math.exp(-metres * metres / (2 * squared)) / (2 * Math.PI * squared);
    }

    private SceneRecord record(SampledGrid grid) {
        ProductId product = ProductId.parse("LC08_%s_116%03d_%s_%s_02_%s"
                .formatted(
                        level,
                        row,
                        date.format(DateTimeFormatter.BASIC_ISO_DATE),
                        processed.format(DateTimeFormatter.BASIC_ISO_DATE),
                        tier));
        return new SceneRecord(
                product,
                1,
                1,
                date.atTime(2, 10).plusSeconds(24L * (row - 34)).toInstant(ZoneOffset.UTC),
                pass,
                grid,
                1,
                transmittance,
                RADIOMETRY,
                3.342e-4,
                flags,
                "clips/lattice/" + product + ".tif");
    }
}
