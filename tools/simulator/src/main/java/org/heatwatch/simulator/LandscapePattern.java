package org.heatwatch.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Arrangement of the fields, roads, roofs, bare patches and ponds of a landscape, to which values are assigned. */
record LandscapePattern(Extent extent, FieldMosaic fields, List<Layer> layers) {
    private static final double TEXTURE = 0.25;

    /** Objects of one kind: mean value and standard deviation, in units of the standard deviation of the fields. */
    private record Layer(double mean, double deviation, List<Coverage> objects) {}

    static LandscapePattern random(Extent extent, RandomGenerator random) {
        return new LandscapePattern(
                extent,
                FieldMosaic.random(extent, random),
                List.of(
                        new Layer(1.5, 1, patches(extent, random, 3 * extent.areaKm2(), 40, 120)),
                        new Layer(-2, 0.5, patches(extent, random, 0.6 * extent.areaKm2(), 40, 150)),
                        new Layer(1.2, 0.3, roads(extent, random)),
                        new Layer(2.2, 1.2, roofs(extent, random))));
    }

    /**
     * Draws a field of values with mean zero and standard deviation {@code kelvin} at 100 m.
     *
     * @param meanShare weight of the mean value of each kind of object; 1 for the ground itself
     */
    double[] draw(RandomGenerator random, double meanShare, double kelvin) {
        double[] values = new double[extent.cells()];
        fields.paint(values, random);
        for (Layer layer : layers) {
            double mean = layer.mean * (meanShare == 1 ? 1 : meanShare * random.nextGaussian());
            for (Coverage object : layer.objects) {
                double value = mean + layer.deviation * random.nextGaussian();
                object.forEach((cell, share) -> values[cell] += share * (value - values[cell]));
            }
        }
        Gradients.random(extent, random).addTo(values);
        for (int i = 0; i < values.length; i++) {
            values[i] += TEXTURE * random.nextGaussian();
        }
        int block = Math.min(10, Math.min(extent.columns(), extent.rows()));
        BlockStatistics blocks = BlockStatistics.of(extent, values, block);
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - blocks.mean()) * kelvin / blocks.standardDeviation();
        }
        return values;
    }

    private static List<Coverage> patches(
            Extent extent, RandomGenerator random, double count, double smallest, double largest) {
        List<Coverage> patches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patches.add(Coverage.ofEllipse(
                    extent,
                    east(extent, random),
                    north(extent, random),
                    random.nextDouble(smallest, largest),
                    random.nextDouble(smallest, largest),
                    0.3));
        }
        return patches;
    }

    private static List<Coverage> roads(Extent extent, RandomGenerator random) {
        List<Coverage> roads = new ArrayList<>();
        double main = random.nextDouble(Math.PI);
        for (int i = 0; i < 2 * Math.sqrt(extent.areaKm2()); i++) {
            double angle = main + (i % 2) * Math.PI / 2 + random.nextDouble(-0.3, 0.3);
            roads.add(Coverage.ofStrip(
                    extent, east(extent, random), north(extent, random), angle, random.nextDouble(8, 25)));
        }
        return roads;
    }

    /** Clusters of parallel roofs 15-80 m long. */
    private static List<Coverage> roofs(Extent extent, RandomGenerator random) {
        List<Coverage> roofs = new ArrayList<>();
        for (int cluster = 0; cluster < extent.areaKm2(); cluster++) {
            double east = east(extent, random);
            double north = north(extent, random);
            double angle = random.nextDouble(Math.PI);
            int count = random.nextInt(8, 25);
            for (int i = 0; i < count; i++) {
                roofs.add(Coverage.ofPolygon(
                        extent,
                        Polygons.rectangle(
                                east + 130 * random.nextGaussian(),
                                north + 130 * random.nextGaussian(),
                                random.nextDouble(15, 80),
                                random.nextDouble(12, 40),
                                Math.toDegrees(angle))));
            }
        }
        return roofs;
    }

    private static double east(Extent extent, RandomGenerator random) {
        return extent.west() + random.nextDouble(extent.columns() * Extent.CELL_METRES);
    }

    private static double north(Extent extent, RandomGenerator random) {
        return extent.north() - random.nextDouble(extent.rows() * Extent.CELL_METRES);
    }
}
