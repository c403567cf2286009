package org.heatwatch.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes products below a root directory in the layout of the USGS bucket: band 10 and QA_PIXEL for level 1, or the
 * surface-temperature files and QA_PIXEL for level 2, each with MTL.json and MTL.txt. Values outside the window are
 * fill.
 *
 * @param root directory that corresponds to the bucket
 */
public record ProductWriter(Path root, CogWriter cog) {
    private static final double MOST_KILOMETRES = 200;

    public ProductWriter(Path root) {
        this(root, CogWriter.usual());
    }

    /**
     * Writes a product of the level given in its name and returns its directory. The radiances of the window, at the
     * top of the atmosphere in W/(m2 sr um), are first rounded to level-1 digital numbers.
     */
    public Path write(
            SimulatedProductName name,
            SceneGrid scene,
            PixelWindow window,
            double[] radiances,
            int[] quality,
            Atmosphere atmosphere,
            SceneFacts facts) {
        SimulatedSatellite satellite = name.satellite();
        int[] numbers =
                Arrays.stream(radiances).mapToInt(satellite::digitalNumber).toArray();
        return switch (name.level()) {
            case L1TP, L1GT -> level1(name, scene, window, numbers, quality, facts);
            case L2SP -> {
                double[] seen =
                        Arrays.stream(numbers).mapToDouble(satellite::radiance).toArray();
                yield level2(name, scene, window, seen, quality, atmosphere, facts);
            }
        };
    }

    /** Writes a level-1 product from digital numbers and QA_PIXEL of a window; returns its directory. */
    public Path level1(
            SimulatedProductName name,
            SceneGrid scene,
            PixelWindow window,
            int[] numbers,
            int[] quality,
            SceneFacts facts) {
        if (name.level() == SimulatedProductName.Level.L2SP) {
            throw new IllegalArgumentException(name.id() + " is not a level-1 product");
        }
        Map<String, SceneBand> bands = new LinkedHashMap<>();
        bands.put("B10", SceneBand.measured(scene, window, numbers));
        bands.put("QA_PIXEL", SceneBand.quality(scene, window, quality));
        return write(name, scene, facts, bands);
    }

    /** Writes a level-1 product in which every pixel is clear land; returns its directory. */
    public Path level1(
            SimulatedProductName name, SceneGrid scene, PixelWindow window, int[] numbers, SceneFacts facts) {
        int[] quality = new int[window.pixels()];
        Arrays.fill(quality, QaValues.CLEAR_LAND);
        return level1(name, scene, window, numbers, quality, facts);
    }

    /** Writes a level-2 product from radiances at the top of the atmosphere (NaN for fill) and one atmosphere. */
    private Path level2(
            SimulatedProductName name,
            SceneGrid scene,
            PixelWindow window,
            double[] radiance,
            int[] quality,
            Atmosphere atmosphere,
            SceneFacts facts) {
        double[] distance = cloudKilometres(window, quality);
        Map<String, SceneBand> bands = new LinkedHashMap<>();
        new SurfaceTemperature(name.satellite().planck(), atmosphere)
                .bands(radiance, quality, distance)
                .forEach((suffix, values) -> bands.put(
                        suffix,
                        suffix.equals("ST_B10")
                                ? SceneBand.measured(scene, window, values)
                                : SceneBand.signed(scene, window, values)));
        bands.put("QA_PIXEL", SceneBand.quality(scene, window, quality));
        return write(name, scene, facts, bands);
    }

    private Path write(SimulatedProductName name, SceneGrid scene, SceneFacts facts, Map<String, SceneBand> bands) {
        Path directory = root.resolve(name.prefix());
        MtlWriter mtl = new MtlWriter(name, scene, facts);
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, SceneBand> band : bands.entrySet()) {
                cog.write(directory.resolve(name.id() + "_" + band.getKey() + ".TIF"), band.getValue());
            }
            Files.writeString(directory.resolve(name.id() + "_MTL.json"), mtl.json());
            Files.writeString(directory.resolve(name.id() + "_MTL.txt"), mtl.text());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + directory, e);
        }
        return directory;
    }

    /** Distance in kilometres to the nearest cloud of the window, by a two-pass chamfer transform (1 and root of 2). */
    private static double[] cloudKilometres(PixelWindow window, int[] quality) {
        int columns = window.columns();
        double[] distance = new double[quality.length];
        for (int i = 0; i < distance.length; i++) {
            distance[i] = (quality[i] & 8) != 0 ? 0 : MOST_KILOMETRES;
        }
        for (int i = 0; i < distance.length; i++) {
            relax(distance, i, columns, -1);
        }
        for (int i = distance.length - 1; i >= 0; i--) {
            relax(distance, i, columns, 1);
        }
        return distance;
    }

    private static void relax(double[] distance, int i, int columns, int way) {
        double step = SceneGrid.PIXEL_METRES / 1000;
        int column = i % columns;
        for (int dx = -1; dx <= 1; dx++) {
            int next = i + way * columns + dx;
            if (column + dx >= 0 && column + dx < columns && next >= 0 && next < distance.length) {
                distance[i] = Math.min(distance[i], distance[next] + step * (dx == 0 ? 1 : Math.sqrt(2)));
            }
        }
        if (column + way >= 0 && column + way < columns) {
            distance[i] = Math.min(distance[i], distance[i + way] + step);
        }
    }
}
