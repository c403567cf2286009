package org.heatwatch.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where the fields, roads, roofs, bare patches and ponds of a landscape lie; values are drawn on it. */
record LandscapePattern(Extent extent, FieldMosaic fields, List<Layer> layers) {
    private static final double TEXTURE = 0.25;

    /** Things of one kind: their usual value and spread, in units of the spread of the fields. */
    private record Layer(double usual, double spread, List<Coverage> things) {}

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
     * One field of values of mean zero and standard deviation {@code kelvin} at 100 m.
     *
     * @param usualShare how much of the usual value of each kind of thing goes in: 1 for the ground itself
     */
    double[] draw(RandomGenerator random, double usualShare, double kelvin) {
        double[] values = new double[extent.cells()];
        fields.paint(values, random);
        for (Layer layer : layers) {
            double usual = layer.usual * (usualShare == 1 ? 1 : usualShare * random.nextGaussian());
            for (Coverage thing : layer.things) {
                double value = usual + layer.spread * random.nextGaussian();
                thing.forEach((cell, share) -> values[cell] += share * (value - values[cell]));
            }
        }
        Gradients.random(extent, random).addTo(values);
        for (int i = 0; i < values.length; i++) {
            values[i] += TEXTURE * random.nextGaussian();
        }
        int block = Math.min(10, Math.min(extent.columns(), extent.rows()));
        Blocks blocks = Blocks.of(extent, values, block);
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

    /** Quarters of parallel roofs, 15-80 m long. */
    private static List<Coverage> roofs(Extent extent, RandomGenerator random) {
        List<Coverage> roofs = new ArrayList<>();
        for (int quarter = 0; quarter < extent.areaKm2(); quarter++) {
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
