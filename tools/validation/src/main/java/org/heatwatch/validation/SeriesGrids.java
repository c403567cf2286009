package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.heatwatch.sampling.GridCandidate;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.ThermalImage;

/**
 * Grids of a series of surface temperatures of one place.
 *
 * <p>Surface temperature contains a pattern of emissivity that was made on another grid than the thermal samples, so
 * that no samples represent it. Samples and pattern are estimated alternately: the samples of each date from its pixels
 * less the pattern, the pattern of each date as the trimmed mean, over the other dates, of the pixels less the model of
 * their samples. The pattern has a scale on each date, which is smaller when the ground is cold.
 */
final class SeriesGrids {
    /**
     * Largest holdout error of an accepted grid as a share of that of wrong grids: larger than for radiance, because an
     * estimate of the pattern from few dates leaves a residual.
     */
    static final double LARGEST_HOLDOUT_SHARE = 0.5;

    /** After five turns the residual changes by 3 % per turn. */
    private static final int TURNS = 5;

    /** Side in pixels of the square on which grids are recovered. */
    private static final int GRID_PIXELS = 160;

    /** Values beyond this number of counts, 0.7 K, are cloud or change, not the pattern. */
    private static final double LARGEST_PATTERN = 200;

    private final List<SeriesImage> images;
    private final ImageTile square;
    private final GridCandidate[] candidates;
    private final DateSamples[] samples;
    private final double[] scale;
    private final List<double[]> patterns = new ArrayList<>();

    private SeriesGrids(List<SeriesImage> images) {
        this.images = images;
        this.square = square(images);
        this.candidates = new GridCandidate[images.size()];
        this.samples = new DateSamples[images.size()];
        this.scale = new double[images.size()];
        Arrays.fill(scale, 1);
        images.forEach(image -> patterns.add(new double[image.image().size()]));
    }

    /**
     * Recovers the grids of all dates.
     *
     * @param images at least six, of the same pixels
     * @param progress receives a line per turn
     * @throws IllegalArgumentException if a date has no part that is clear enough for a grid
     */
    static List<DateGrid> of(List<SeriesImage> images, Consumer<String> progress) {
        SeriesGrids grids = new SeriesGrids(images);
        progress.accept("grids of %d dates without the static pattern".formatted(images.size()));
        grids.fit();
        GridCandidate[] without = grids.candidates.clone();
        for (int turn = 1; turn < TURNS; turn++) {
            progress.accept("grids with the static pattern, turn %d of %d".formatted(turn, TURNS - 1));
            grids.improvePattern();
            grids.fit();
        }
        return IntStream.range(0, images.size())
                .mapToObj(k ->
                        new DateGrid(images.get(k), without[k], grids.candidates[k], grids.scale[k], grids.samples[k]))
                .toList();
    }

    /** The square that has the most contrast on all dates together. */
    private static ImageTile square(List<SeriesImage> images) {
        ThermalImage first = images.getFirst().image();
        return ImageTile.of(first.rows(), first.columns(), GRID_PIXELS, 0).stream()
                .max(Comparator.comparingDouble(tile -> images.stream()
                        .mapToDouble(image -> contrast(tile.cut(image.image())))
                        .sum()))
                .orElseThrow();
    }

    private static double contrast(ThermalImage image) {
        double sum = 0;
        for (int p = 1; p < image.size(); p++) {
            double step = image.value(p) - image.value(p - 1);
            boolean isStep = p % image.columns() != 0 && image.isValid(p) && image.isValid(p - 1);
            sum += isStep ? step * step : 0;
        }
        return sum;
    }

    private void fit() {
        IntStream.range(0, images.size()).parallel().forEach(k -> {
            ThermalImage cleaned = images.get(k).image().minus(scaledPattern(k));
            GridPrior prior = GridPrior.ofOrbit(images.get(k).rotationPrior());
            candidates[k] = GridRecovery.candidate(square.cut(cleaned), prior, LARGEST_HOLDOUT_SHARE)
                    .orElseThrow(() -> new IllegalArgumentException(
                            images.get(k).product() + " has no part that is clear enough for a grid"));
            samples[k] = DateSamples.of(cleaned, candidates[k].samples().grid());
        });
    }

    private double[] scaledPattern(int k) {
        return Arrays.stream(patterns.get(k)).map(value -> scale[k] * value).toArray();
    }

    private void improvePattern() {
        List<double[]> unexplained =
                IntStream.range(0, images.size()).mapToObj(this::unexplained).toList();
        IntStream.range(0, images.size())
                .parallel()
                .mapToObj(k -> StaticPattern.without(unexplained, k))
                .toList()
                .forEach(pattern -> patterns.add(pattern));
        patterns.subList(0, images.size()).clear();
        double mean = 0;
        for (int k = 0; k < scale.length; k++) {
            scale[k] *= slope(patterns.get(k), unexplained.get(k));
            mean += scale[k] / scale.length;
        }
        for (int k = 0; k < scale.length; k++) {
            scale[k] /= mean;
        }
    }

    /** Pixels less the model of the samples, divided by the scale of the pattern; NaN where masked. */
    private double[] unexplained(int k) {
        double[] values = samples[k].residuals().clone();
        double[] pattern = patterns.get(k);
        for (int p = 0; p < values.length; p++) {
            values[p] = values[p] / scale[k] + pattern[p];
        }
        return values;
    }

    private static double slope(double[] pattern, double[] values) {
        double product = 0;
        double square = 0;
        for (int p = 0; p < pattern.length; p++) {
            if (!Double.isNaN(values[p])) {
                double x = Math.clamp(pattern[p], -LARGEST_PATTERN, LARGEST_PATTERN);
                product += x * Math.clamp(values[p], -LARGEST_PATTERN, LARGEST_PATTERN);
                square += x * x;
            }
        }
        return square > 0 ? product / square : 1;
    }
}
