package org.heatwatch.hotspot;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.fit.PointSpread;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Prints how often idle scenes show a hot spot next to how often they should: arguments are the number of dormant looks, of
 * maps and of idle scenes for each.
 */
final class MeasureFalseAlarms {
    private static final int SIDE = 24;
    private static final double HALF_METRES = 800;
    private static final double[] RATES = {0.1, 0.03, 0.01, 3e-3, 1e-3};

    private MeasureFalseAlarms() {}

    public static void main(String[] arguments) {
        int looks = Integer.parseInt(arguments[0]);
        int maps = Integer.parseInt(arguments[1]);
        int scenes = Integer.parseInt(arguments[2]);
        for (double own : new double[] {0, 0.6}) {
            print(looks, maps, scenes, own, System.out);
        }
    }

    static Geometry square(double half) {
        return new GeometryFactory()
                .toGeometry(new Envelope(
                        SyntheticScenes.EAST - half,
                        SyntheticScenes.EAST + half,
                        SyntheticScenes.NORTH - half,
                        SyntheticScenes.NORTH + half));
    }

    private static void print(int looks, int maps, int scenes, double own, PrintStream out) {
        SyntheticScenes synthetic = new SyntheticScenes(SIDE);
        long[] alarms = new long[RATES.length];
        double[] places = new double[RATES.length];
        for (int m = 0; m < maps; m++) {
            List<SceneLook> dormant = synthetic.idle(1_000_000L * (m + 1), looks, own);
            List<SceneLook> tests = synthetic.idle(1_000_000L * (m + 1) + 500_000, scenes, own);
            for (int r = 0; r < RATES.length; r++) {
                HotSpotMap map = HotSpotMap.of(
                        dormant,
                        SyntheticScenes.CLUTTER,
                        Math.max(0.01, own * own),
                        PointSpread.TIRS,
                        square(HALF_METRES),
                        RATES[r]);
                places[r] += map.rate().places() / maps;
                alarms[r] += IntStream.range(0, scenes)
                        .parallel()
                        .filter(k ->
                                !map.find(tests.get(k), 0, List.of()).spots().isEmpty())
                        .count();
            }
        }
        for (int r = 0; r < RATES.length; r++) {
            double rate = (double) alarms[r] / maps / scenes;
            out.printf(
                    "own %.1f K, %d looks: should be %.4f, is %.4f +- %.4f, %.0f places%n",
                    own, looks, RATES[r], rate, Math.sqrt(rate / maps / scenes), places[r]);
        }
    }
}
