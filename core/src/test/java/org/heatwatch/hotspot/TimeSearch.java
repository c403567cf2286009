package org.heatwatch.hotspot;

import java.util.List;
import org.heatwatch.fit.PointSpread;
import org.locationtech.jts.geom.Geometry;

/** Prints how long it takes to learn 97 dormant scenes of 2,000 nodes, and to find the hot spots of one more. */
final class TimeSearch {
    private static final int SCENES = 97;
    private static final double HALF_METRES = 890;

    private TimeSearch() {}

    public static void main(String[] arguments) {
        SyntheticScenes synthetic = new SyntheticScenes(26);
        List<SceneLook> dormant = synthetic.idle(1, SCENES, 0.6);
        Geometry area = MeasureFalseAlarms.square(HALF_METRES);
        SceneLook five = synthetic.draw(
                1000,
                List.of(
                        new SyntheticScenes.Source(0, 0, 25000),
                        new SyntheticScenes.Source(140, 10, 25000),
                        new SyntheticScenes.Source(-140, 0, 25000),
                        new SyntheticScenes.Source(10, 150, 25000),
                        new SyntheticScenes.Source(300, 300, 25000)));
        for (int i = 0; i < 8; i++) {
            long start = System.nanoTime();
            HotSpotMap map = HotSpotMap.of(dormant, SyntheticScenes.CLUTTER, 0.36, PointSpread.TIRS, area, 1e-3);
            long learned = System.nanoTime();
            HotSpots spots = map.find(five, 0, List.of());
            long found = System.nanoTime();
            System.out.printf(
                    "%d nodes: %.2f s to learn, %.1f ms to find %d%n",
                    map.lattice().count(),
                    (learned - start) * 1e-9,
                    (found - learned) * 1e-6,
                    spots.spots().size());
            if (i == 7) {
                spots.spots().forEach(System.out::println);
            }
        }
    }
}
