package org.heatwatch.estimation.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.heatwatch.estimation.baseline.BaselineRow;
import org.heatwatch.estimation.fit.LocalSamples;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.fit.ResidualCovariance;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Residuals drawn from the covariance that the filters assume, each scene on a grid with random phases. */
final class SyntheticScenes {
    static final ResidualCovariance COVARIANCE = ResidualCovariance.of(0.045, 0.5, 160, 0.2, PointSpread.TIRS);
    static final double EAST = 310_000;
    static final double NORTH = 4_200_000;

    private static final GridGeometry GEOMETRY = new GridGeometry(14.9, 101.1, 97.3, -0.0018);

    private final int side;
    private final DMatrixRMaj root;

    /** A source: its position in metres from the centre, and its amount. */
    record Source(double east, double north, double kelvinSquareMetres) {}

    private record Sample(double east, double north, double kelvin) {}

    private record Samples(List<Sample> all) implements LocalSamples {
        @Override
        public int count() {
            return all.size();
        }

        @Override
        public double east(int sample) {
            return all.get(sample).east();
        }

        @Override
        public double north(int sample) {
            return all.get(sample).north();
        }

        @Override
        public double kelvin(int sample) {
            return all.get(sample).kelvin();
        }
    }

    /** @param side of a scene in samples */
    SyntheticScenes(int side) {
        this.side = side;
        SamplingGrid grid = new SamplingGrid(GEOMETRY, 0, 0, EAST, NORTH);
        int n = side * side;
        DMatrixRMaj covariance = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            double[] p = grid.positionOf(i % side, Math.floorDiv(i, side));
            for (int j = 0; j < n; j++) {
                double[] q = grid.positionOf(j % side, Math.floorDiv(j, side));
                double correlation = i == j ? 1 : COVARIANCE.correlation(Math.hypot(p[0] - q[0], p[1] - q[1]));
                covariance.set(i, j, COVARIANCE.variance() * correlation);
            }
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (!cholesky.decompose(covariance)) {
            throw new IllegalStateException("a covariance is positive definite");
        }
        root = cholesky.getT(null);
    }

    SceneObservation draw(long seed, List<Source> sources) {
        return draw(seed, sources, new Envelope());
    }

    /** @param cloud rectangle without samples, in metres from the centre */
    SceneObservation draw(long seed, List<Source> sources, Envelope cloud) {
        SplittableRandom random = new SplittableRandom(seed);
        SamplingGrid grid = new SamplingGrid(GEOMETRY, random.nextDouble(), random.nextDouble(), EAST, NORTH);
        int n = side * side;
        double[] white = random.doubles(n, 0, 1).map(SyntheticScenes::normal).toArray();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] at = grid.positionOf(i % side - side / 2, Math.floorDiv(i, side) - side / 2);
            double kelvin = 0;
            for (int j = 0; j <= i; j++) {
                kelvin += root.get(i, j) * white[j];
            }
            for (Source source : sources) {
                kelvin += source.kelvinSquareMetres() * spread(at, source);
            }
            if (!cloud.contains(at[0] - EAST, at[1] - NORTH)) {
                samples.add(new Sample(at[0], at[1], kelvin));
            }
        }
        double year = 2 * Math.PI * random.nextDouble();
        return new SceneObservation(
                new Samples(List.copyOf(samples)),
                grid,
                new BaselineRow.Season(Math.cos(year), Math.sin(year)),
                COVARIANCE.variance(),
                /* shiftError= */ 1);
    }

    /** Image of a building of 5,000 m2, approximated by a Gaussian. */
    private static double spread(double[] at, Source source) {
        double sigma = PointSpread.TIRS.sigmaMetres();
        double squared = sigma * sigma + 5000 / 12.0;
        double metres = Math.hypot(at[0] - EAST - source.east(), at[1] - NORTH - source.north());
        return Math.exp(-metres * metres / (2 * squared)) / (2 * Math.PI * squared);
    }

    private static double normal(double uniform) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(Math.max(uniform, 1e-15));
    }

    /** Idle scenes with a lattice of buildings 140 m apart and their idle variability. */
    List<SceneObservation> idle(long firstSeed, int count, double idleKelvin) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(k -> draw(firstSeed + k, buildings(firstSeed + k, idleKelvin)))
                .toList();
    }

    private static List<Source> buildings(long seed, double idleKelvin) {
        if (idleKelvin == 0) {
            return List.of();
        }
        SplittableRandom random = new SplittableRandom(~seed);
        List<Source> buildings = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            double kelvin = idleKelvin * normal(random.nextDouble());
            buildings.add(new Source((i % 7 - 3) * 140, (Math.floorDiv(i, 7) - 3) * 140, 5000 * kelvin));
        }
        return buildings;
    }

    /** The scene with all residuals multiplied by a factor. */
    static SceneObservation times(SceneObservation scene, double factor) {
        LocalSamples samples = scene.samples();
        List<Sample> more = IntStream.range(0, samples.count())
                .mapToObj(i -> new Sample(samples.east(i), samples.north(i), factor * samples.kelvin(i)))
                .toList();
        return new SceneObservation(
                new Samples(more), scene.grid(), scene.season(), scene.variance(), scene.shiftError());
    }

    /** A square around the centre. */
    static Geometry square(double halfMetres) {
        return new GeometryFactory()
                .toGeometry(new Envelope(EAST - halfMetres, EAST + halfMetres, NORTH - halfMetres, NORTH + halfMetres));
    }
}
