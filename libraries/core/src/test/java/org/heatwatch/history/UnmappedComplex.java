package org.heatwatch.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A complex whose buildings nobody outlined, watched with the shipped placeholders of Kaesong: some 120 buildings of
 * 40-105 by 35-80 m on a rotated lattice, 250 m from where the file says, on ground with fields of 90 and 400 m. The
 * first 35 buildings may be in use, the next five hot, all others are idle. Samples are simulated directly.
 */
final class UnmappedComplex {
    static final Site SITE =
            SiteFile.read(Path.of(System.getProperty("heatwatch.root", "../..")).resolve("sites/kaesong.geojson"));
    static final int IN_USE = 35;
    static final int HOT = 5;

    private static final GridGeometry GEOMETRY = new GridGeometry(14.9, 101.1, 97.3, -0.0018);
    private static final ThermalRadiometry RADIOMETRY = new ThermalRadiometry(3.342e-4, 0.1, 774.8853, 1321.0789);
    private static final double RADIANCE = 8.5;
    private static final double TAU = 0.8;
    private static final double NOISE_KELVIN = 0.1;
    private static final double STATIC_KELVIN = 2.5;
    private static final double IDLE_KELVIN = 0.6;
    private static final double SHIFT_METRES = 5;
    private static final int SAMPLES_EACH_WAY = 27;
    private static final int COLUMNS = 15;
    private static final int ROWS = 11;

    private final long seed;
    private final Coordinate centre;
    private final List<Building> buildings = new ArrayList<>();
    private final Waves ground;
    private Optional<Building> warm = Optional.empty();

    /** A building as a blurred Gaussian of the same area. */
    private record Building(double east, double north, double length, double width, double staticKelvin) {
        double response(double x, double y) {
            double sigma = PointSpread.TIRS.sigmaMetres();
            double squared = sigma * sigma + length * width / 12;
            double distance = (x - east) * (x - east) + (y - north) * (y - north);
            return distance > 14 * squared
                    ? 0
                    : length * width * Math.exp(-distance / (2 * squared)) / (2 * Math.PI * squared);
        }
    }

    /** A random field with two correlation lengths, blurred by the sensor. */
    private static final class Waves {
        private static final int COUNT = 60;
        private final double[] x = new double[2 * COUNT];
        private final double[] y = new double[2 * COUNT];
        private final double[] phase = new double[2 * COUNT];
        private final double[] amplitude = new double[2 * COUNT];

        Waves(Random random, double fineKelvin, double coarseKelvin) {
            for (int i = 0; i < 2 * COUNT; i++) {
                double metres = i < COUNT ? 90 : 400;
                double sigma = PointSpread.TIRS.sigmaMetres();
                x[i] = random.nextGaussian() / metres;
                y[i] = random.nextGaussian() / metres;
                phase[i] = 2 * Math.PI * random.nextDouble();
                amplitude[i] = (i < COUNT ? fineKelvin : coarseKelvin)
                        * Math.sqrt(2.0 / COUNT)
                        * Math.exp(-(x[i] * x[i] + y[i] * y[i]) * sigma * sigma / 2);
            }
        }

        double at(double east, double north) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += amplitude[i] * Math.cos(x[i] * east + y[i] * north + phase[i]);
            }
            return sum;
        }
    }

    UnmappedComplex(long seed) {
        this.seed = seed;
        Random random = new Random(seed);
        Coordinate stated = SITE.features(Role.SITE)
                .getFirst()
                .footprint()
                .utm()
                .getEnvelopeInternal()
                .centre();
        double direction = 2 * Math.PI * random.nextDouble();
        this.centre = new Coordinate(stated.x + 250 * Math.cos(direction), stated.y + 250 * Math.sin(direction));
        this.ground = new Waves(random, 1, 1.2);
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            if (random.nextDouble() < 0.75) {
                double x = (i % COLUMNS - 7) * 140 + 12 * random.nextGaussian();
                double y = (Math.floorDiv(i, COLUMNS) - 5) * 150 + 12 * random.nextGaussian();
                double c = Math.cos(Math.toRadians(9));
                double s = Math.sin(Math.toRadians(9));
                buildings.add(new Building(
                        centre.x + c * x - s * y,
                        centre.y + s * x + c * y,
                        random.nextDouble(40, 105),
                        random.nextDouble(35, 80),
                        STATIC_KELVIN * random.nextGaussian()));
            }
        }
        Collections.shuffle(buildings, random);
    }

    /** From now on, something at this place is warmer by this many kelvin over 4,000 m2. */
    UnmappedComplex warmAt(Coordinate at, double kelvin) {
        warm = Optional.of(new Building(at.x, at.y, 63, 63, kelvin));
        return this;
    }

    /** Scenes 43 days apart in the reference period, in which nothing runs. */
    List<SampledScene> idle(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> scene(LocalDate.of(2016, 3, 4).plusDays(43L * i), 0, 0))
                .toList();
    }

    /** Scenes 32 days apart from a day on: 35 buildings are in use in 70 % of them, 5 hot in each if wanted. */
    List<SampledScene> later(LocalDate from, int count, boolean areInUse) {
        return IntStream.range(0, count)
                .mapToObj(i -> scene(from.plusDays(32L * i), areInUse ? IN_USE : 0, areInUse ? HOT : 0))
                .toList();
    }

    /** Centres of the buildings that are in use or hot. */
    List<Coordinate> active() {
        return buildings.stream()
                .limit(IN_USE + HOT)
                .map(b -> new Coordinate(b.east(), b.north()))
                .toList();
    }

    /** The site with the outlines of buildings that stay idle as its reference parcels. */
    Site withTrueParcels(int count) {
        List<Feature> parcels = IntStream.range(0, count)
                .mapToObj(i -> {
                    Building b = buildings.get(IN_USE + HOT + i);
                    Polygon outline = (Polygon) new GeometryFactory()
                            .toGeometry(new Envelope(
                                    b.east() - b.length() / 2,
                                    b.east() + b.length() / 2,
                                    b.north() - b.width() / 2,
                                    b.north() + b.width() / 2));
                    return new Feature(
                            "idle-" + i,
                            "idle " + i,
                            Role.REFERENCE,
                            new Footprint(SITE.utm().toLonLat(outline), outline),
                            Optional.empty(),
                            List.of(),
                            "drawn",
                            5,
                            /* verified= */ true,
                            Optional.empty());
                })
                .toList();
        return new Site(
                SITE.id(),
                SITE.presentation(),
                SITE.utm(),
                SITE.scenes(),
                SITE.referencePeriods(),
                SITE.bounds(),
                Stream.concat(SITE.features().stream(), parcels.stream()).toList());
    }

    private SampledScene scene(LocalDate date, int inUse, int hot) {
        Random random = new Random(seed * 1000003 + date.toEpochDay());
        SamplingGrid grid = new SamplingGrid(
                GEOMETRY, random.nextDouble(), random.nextDouble(), Math.rint(centre.x), Math.rint(centre.y));
        StoredSamples samples = samples(grid, date, kelvin(random, date, inUse, hot), random);
        ProductId product = ProductId.parse("LC08_L2SP_116034_%s_%s_02_T1"
                .formatted(
                        date.format(DateTimeFormatter.BASIC_ISO_DATE),
                        date.plusDays(10).format(DateTimeFormatter.BASIC_ISO_DATE)));
        SceneRecord record = new SceneRecord(
                product,
                1,
                1,
                date.atTime(2, 10).toInstant(ZoneOffset.UTC),
                Pass.DAY,
                new SampledGrid.Resolved(grid, 1e-4),
                1,
                new Transmittance(TAU, Transmittance.Source.ST_ATRAN),
                RADIOMETRY,
                3.342e-4,
                Set.of(),
                "clips/unmapped/" + product + ".tif");
        return new SampledScene(record, Optional.of(samples));
    }

    private static double season(LocalDate date) {
        return Math.cos(2 * Math.PI * (date.getDayOfYear() - 200) / 365.25);
    }

    private double[] kelvin(Random random, LocalDate date, int inUse, int hot) {
        Random usage = new Random(seed);
        return IntStream.range(0, buildings.size())
                .mapToDouble(i -> {
                    double power = i < IN_USE ? usage.nextDouble(1, 4) : usage.nextDouble(6, 10);
                    boolean isOn = i < inUse ? random.nextDouble() < 0.7 : i >= IN_USE && i < IN_USE + hot;
                    return buildings.get(i).staticKelvin() * (1 + 0.4 * season(date))
                            + IDLE_KELVIN * random.nextGaussian()
                            + (isOn ? power : 0);
                })
                .toArray();
    }

    private StoredSamples samples(SamplingGrid grid, LocalDate date, double[] kelvin, Random random) {
        double eastOff = SHIFT_METRES * random.nextGaussian();
        double northOff = SHIFT_METRES * random.nextGaussian();
        Waves changing = new Waves(random, 0.3, 0.3);
        double contrast = 1 + 0.4 * season(date) + 0.05 * random.nextGaussian();
        double kelvinPerRadiance = EffectiveKelvin.perRadiance(RADIOMETRY, RADIANCE, TAU);
        int side = 2 * SAMPLES_EACH_WAY + 1;
        int[] across = new int[side * side];
        int[] along = new int[side * side];
        double[] value = new double[side * side];
        for (int i = 0; i < side * side; i++) {
            across[i] = i % side - SAMPLES_EACH_WAY;
            along[i] = Math.floorDiv(i, side) - SAMPLES_EACH_WAY;
            double[] stated = grid.positionOf(across[i], along[i]);
            double east = stated[0] - eastOff;
            double north = stated[1] - northOff;
            double sum =
                    contrast * ground.at(east, north) + changing.at(east, north) + NOISE_KELVIN * random.nextGaussian();
            for (int b = 0; b < kelvin.length; b++) {
                sum += kelvin[b] * buildings.get(b).response(east, north);
            }
            sum += warm.map(w -> w.staticKelvin() * w.response(east, north)).orElse(0.0);
            value[i] = RADIANCE + sum / kelvinPerRadiance;
        }
        return StoredSamples.of(NativeSamples.of(grid, 1e-4, across, along, value), new Scaling(1, 0, 0));
    }
}
