package org.heatwatch.estimation.background;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;

/** Smooth ground with a known yearly cycle, and scenes of it on rotated grids. */
final class SyntheticGround {
    static final double SIDE = 1800;
    static final double NOISE = 0.1;
    static final Envelope AREA = new Envelope(0, SIDE, 0, SIDE);

    private SyntheticGround() {}

    static double at(double east, double north, double cosine, double sine) {
        double steady = 6 * Math.sin(east / 150) * Math.cos(north / 170) + 2 * Math.sin((east + north) / 210);
        double winter = 1.5 * Math.cos(east / 330) * Math.sin(north / 400);
        double spring = 0.8 * Math.sin((east - north) / 450);
        return steady + cosine * winter + sine * spring;
    }

    /** Excess over the ground, in effective kelvin. */
    interface Heat {
        double at(double east, double north);
    }

    static final Heat NONE = (_, _) -> 0;

    /** A scene with this alignment; date, grid and noise depend on its index. */
    static SceneSamples scene(int number, Alignment alignment, double noise, Heat heat) {
        Random random = new Random(number);
        LocalDate date = LocalDate.of(2016, 3, 1).plusDays(number * 41L);
        SamplingGrid grid = new SamplingGrid(
                GridGeometry.usual(12 + random.nextDouble()),
                random.nextDouble(),
                random.nextDouble(),
                SIDE / 2,
                SIDE / 2);
        double[] east = new double[900];
        double[] north = new double[900];
        int n = 0;
        for (int along = -15; along < 15; along++) {
            for (int across = -15; across < 15; across++) {
                double[] at = grid.positionOf(across, along);
                if (AREA.contains(at[0], at[1])) {
                    east[n] = at[0];
                    north[n++] = at[1];
                }
            }
        }
        double[] kelvin = new double[n];
        SceneSamples places = new SceneSamples(
                date,
                date.atTime(2, 0).toInstant(ZoneOffset.UTC),
                grid,
                Arrays.copyOf(east, n),
                Arrays.copyOf(north, n),
                kelvin);
        for (int s = 0; s < n; s++) {
            double ground = at(
                    places.east(s) - alignment.shiftEast(),
                    places.north(s) - alignment.shiftNorth(),
                    places.cosine(),
                    places.sine());
            kelvin[s] = alignment.level()
                    + alignment.contrast() * ground
                    + heat.at(places.east(s), places.north(s))
                    + noise * random.nextGaussian();
        }
        return places;
    }

    static Alignment lying(double level, double contrast, double shiftEast, double shiftNorth) {
        return new Alignment(level, contrast, shiftEast, shiftNorth, 0, 0, NOISE);
    }

    static Alignment straight() {
        return lying(0, 1, 0, 0);
    }
}
