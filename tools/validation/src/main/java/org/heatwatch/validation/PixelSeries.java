package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.simulator.SceneGrid;

/**
 * The central {@value #SIDE} x {@value #SIDE} pixels of the clear scenes of a site, row by row from the north-west.
 *
 * @param images one image for each scene
 * @param west easting of the western edge in metres
 * @param north northing of the northern edge in metres
 */
record PixelSeries(List<Image> images, double west, double north) {
    /** Columns and rows. */
    static final int SIDE = 128;

    static final int PIXELS = SIDE * SIDE;

    /** Scenes with a smaller clear fraction are not used. */
    private static final double LEAST_CLEAR = 0.7;

    /** Usual product of transmittance and emissivity. */
    private static final double TRANSMITTANCE = 0.72;

    private static final double SUMMER_DAY = 200;
    private static final double DAYS_PER_YEAR = 365.25;

    /** One scene. */
    static final class Image {
        private final double[] kelvin;
        private final double season;
        private final boolean isRecent;

        /** @param kelvin temperature of the ground in kelvin relative to the median of the scene; NaN if masked */
        Image(double[] kelvin, double season, boolean isRecent) {
            this.kelvin = kelvin;
            this.season = season;
            this.isRecent = isRecent;
        }

        /** Temperature of a pixel in kelvin relative to the median of the scene; NaN if masked. */
        double kelvin(int pixel) {
            return kelvin[pixel];
        }

        /** 1 in July, -1 in January. */
        double season() {
            return season;
        }

        /** Whether it belongs to the period that is searched. */
        boolean isRecent() {
            return isRecent;
        }

        double clearFraction() {
            int clear = 0;
            for (double value : kelvin) {
                clear += Double.isNaN(value) ? 0 : 1;
            }
            return (double) clear / kelvin.length;
        }
    }

    PixelSeries {
        images = List.copyOf(images);
    }

    /** The scenes that are clear enough. All must have the same pixels. */
    static PixelSeries of(List<ArchiveScene> scenes, Predicate<ArchiveScene> isRecent) {
        DeliveredImage first = scenes.getFirst().image();
        int column = (first.columns() - SIDE) / 2;
        int row = (first.rows() - SIDE) / 2;
        int corner = row * first.columns() + column;
        List<Image> images = new ArrayList<>();
        for (ArchiveScene scene : scenes) {
            Image image = new Image(
                    kelvin(scene, corner),
                    season(scene.sampled().scene().acquisition().date()),
                    isRecent.test(scene));
            if (image.clearFraction() >= LEAST_CLEAR) {
                images.add(image);
            }
        }
        double half = SceneGrid.PIXEL_METRES / 2;
        return new PixelSeries(images, first.east(corner) - half, first.north(corner) + half);
    }

    private static double season(LocalDate date) {
        return Math.cos(2 * Math.PI * (date.getDayOfYear() - SUMMER_DAY) / DAYS_PER_YEAR);
    }

    private static double[] kelvin(ArchiveScene scene, int corner) {
        DeliveredImage image = scene.image();
        ThermalRadiometry radiometry = scene.sampled().scene().radiometry();
        double[] kelvin = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            int pixel = corner + (i / SIDE) * image.columns() + i % SIDE;
            kelvin[i] = image.isValid(pixel) ? radiometry.brightnessTemperature(image.radiance(pixel)) : Double.NaN;
        }
        double median = median(kelvin);
        for (int i = 0; i < PIXELS; i++) {
            kelvin[i] = (kelvin[i] - median) / TRANSMITTANCE;
        }
        return kelvin;
    }

    /** The median of the values that are not NaN. */
    static double median(double[] values) {
        double[] clear = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return Median.withDefaults().evaluate(clear);
    }

    /** Standard deviation of a normal distribution with the median absolute deviation of some values. */
    static double robustDeviation(double[] values) {
        double median = median(values);
        double[] absolute =
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
        return 1.4826 * median(absolute);
    }

    /** Mean of the recent images minus mean of the others, in kelvin; 0 where either has none, median removed. */
    double[] difference() {
        double[] difference = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            double value = mean(i, /* isRecent= */ true) - mean(i, /* isRecent= */ false);
            difference[i] = Double.isNaN(value) ? 0 : value;
        }
        double median = median(difference);
        for (int i = 0; i < PIXELS; i++) {
            difference[i] -= median;
        }
        return difference;
    }

    private double mean(int pixel, boolean isRecent) {
        return images.stream()
                .filter(image -> image.isRecent() == isRecent)
                .mapToDouble(image -> image.kelvin(pixel))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** A place at a fractional column and row, which are whole numbers at the centres of pixels. */
    FoundPlace place(double column, double row, double z, double kelvinSquareMetres, double error) {
        return new FoundPlace(
                west + (column + 0.5) * SceneGrid.PIXEL_METRES,
                north - (row + 0.5) * SceneGrid.PIXEL_METRES,
                z,
                kelvinSquareMetres,
                error);
    }
}
