package org.heatwatch.estimation.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Thermal test for clouds that needs no mask of the product: a cloud is colder than the known ground, or hides its
 * contrast.
 *
 * <p>Three tests. The whole scene is cloud if the contrast of the known ground has vanished, or if it is reduced and
 * the scene is far too cold for the season. A part of the scene is cloud if it is colder than the ground next to it
 * over at least two cells of 200 m. And it is cloud if the contrast of the ground has vanished there, whatever its
 * temperature: at night, low clouds may be as warm as the ground. What is warmer than the known ground is never a
 * cloud by its temperature.
 */
public final class CloudTest {
    private static final int LEVEL_TURNS = 6;

    /** The level of the ground is searched from the warmest cells on: clouds are colder. */
    private static final double WARM_QUANTILE = 0.9;

    private static final double SELECTED_DEVIATIONS = 3;
    private static final double LEAST_SELECTED_KELVIN = 1;
    private static final double FEWEST_SHARE = 0.05;
    private static final int FEWEST_CELLS = 12;

    /** Contrast of the ground, relative to that of clear scenes, below which it is hidden. */
    static final double HIDDEN_CONTRAST = 0.4;

    /** Contrast below which a scene that is too cold for the season is cloud. */
    private static final double REDUCED_CONTRAST = 0.6;

    private static final double COLD_DEVIATIONS = 3;

    /** Scatter about the ground, in units of that of clear scenes, above which a scene shows something else. */
    private static final double LARGEST_SCATTER = 2.5;

    /** The rest of a scene of which clouds cover more than half must show the ground: it may be cloud as well. */
    private static final double MOSTLY_CLEAR = 0.5;

    private static final double LARGEST_SCATTER_OF_PART = 1.5;

    /** Neighbouring cells are correlated: errors are larger by this factor. */
    static final double CORRELATED_CELLS = 2;

    /** Clouds have thin edges beyond the cells that they cover; QA_PIXEL dilates its clouds by 90 m. */
    private static final double MARGIN_METRES = 120;

    private static final double DECISIVE_ERROR = 0.2;
    private static final double CONTRAST_PRIOR = 0.2;

    private final KnownGround ground;
    private final SeasonalLevel season;

    private CloudTest(KnownGround ground, SeasonalLevel season) {
        this.ground = ground;
        this.season = season;
    }

    /**
     * Learns the ground from scenes of one observing regime, of which most may be clouded.
     *
     * @return empty if fewer than five scenes show the same ground
     */
    public static Optional<CloudTest> of(List<ThermalScene> scenes) {
        return KnownGround.of(scenes).map(ground -> {
            CloudTest test = new CloudTest(ground, SeasonalLevel.UNKNOWN);
            return new CloudTest(
                    ground,
                    SeasonalLevel.of(scenes.stream()
                            .flatMap(scene -> test.level(scene).stream())
                            .toList()));
        });
    }

    /** The level of a scene that shows the ground. */
    private Optional<SeasonalLevel.Level> level(ThermalScene scene) {
        return cloudy(scene)
                .flatMap(_ -> ScenesGround.of(ground.cells().means(scene), ground.at(scene), ground.deviation()))
                .map(fit -> new SeasonalLevel.Level(scene, fit.level()));
    }

    /** Whether each sample of a scene is clear. */
    public boolean[] clear(ThermalScene scene) {
        Optional<boolean[]> cloudy = cloudy(scene);
        boolean[] clear = new boolean[scene.count()];
        for (int s = 0; s < clear.length && cloudy.isPresent(); s++) {
            clear[s] = !isNear(cloudy.get(), scene.east()[s], scene.north()[s]);
        }
        return clear;
    }

    /** Whether a cell that clouds cover is within the margin of a position. */
    private boolean isNear(boolean[] cloudy, double east, double north) {
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) {
                int cell = ground.cells().cell(east + x * MARGIN_METRES, north + y * MARGIN_METRES);
                if (cell >= 0 && cloudy[cell]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether clouds cover each cell; empty if they cover the whole scene. */
    private Optional<boolean[]> cloudy(ThermalScene scene) {
        double[] means = ground.cells().means(scene);
        double[] expected = ground.at(scene);
        return ScenesGround.of(means, expected, ground.deviation()).flatMap(fit -> {
            CloudCells cells = new CloudCells(ground.cells(), means, expected, fit, ground.deviation());
            boolean[] cloudy = cells.cloudy();
            double share = cells.share(cloudy);
            return share < FEWEST_SHARE || isHidden(share, cells.contrast(cloudy), fit.level(), scene)
                    ? Optional.empty()
                    : Optional.of(cloudy);
        });
    }

    /** Whether the cells that are not colder than the ground do not show the ground either. */
    private boolean isHidden(double share, CloudCells.Contrast contrast, double level, ThermalScene scene) {
        boolean isDecisive = contrast.error() < DECISIVE_ERROR;
        if (share < MOSTLY_CLEAR) {
            return !isDecisive || contrast.value() < REDUCED_CONTRAST || contrast.scatter() > LARGEST_SCATTER_OF_PART;
        }
        boolean isCold = level < season.at(scene) - COLD_DEVIATIONS * season.deviation();
        return isDecisive
                ? contrast.value() < (isCold ? REDUCED_CONTRAST : HIDDEN_CONTRAST)
                        || contrast.scatter() > LARGEST_SCATTER
                : isCold;
    }

    /**
     * Level and contrast of the cells of a scene that may show the ground.
     *
     * @param level temperature of the scene relative to the known ground, kelvin
     * @param contrast of the ground in units of that of clear scenes, between the measured and the usual one
     */
    record ScenesGround(double level, double contrast) {

        /**
         * Fits the warmest group of cells that agree with the ground; empty if hardly any cell does.
         *
         * @param means temperature of each cell, kelvin
         * @param expected known ground at each cell, kelvin
         */
        static Optional<ScenesGround> of(double[] means, double[] expected, double deviation) {
            double limit = Math.max(LEAST_SELECTED_KELVIN, SELECTED_DEVIATIONS * deviation);
            double[] rest = KnownGround.minus(means, expected);
            double level = Robust.quantile(rest, WARM_QUANTILE);
            double contrast = 1;
            ScenesGround fit = new ScenesGround(level, 1);
            long known = Arrays.stream(rest).filter(Double::isFinite).count();
            for (int turn = 0; turn < LEVEL_TURNS; turn++) {
                double from = level;
                double times = contrast;
                int[] selected = IntStream.range(0, means.length)
                        .filter(cell -> Math.abs(means[cell] - from - times * expected[cell]) < limit)
                        .toArray();
                if (selected.length < Math.max(FEWEST_CELLS, FEWEST_SHARE * known)) {
                    return Optional.empty();
                }
                fit = regressed(selected, means, expected, deviation);
                level = fit.level();
                contrast = fit.contrast();
            }
            return Optional.of(fit);
        }

        private static ScenesGround regressed(int[] cells, double[] means, double[] expected, double deviation) {
            double meanExpected = Arrays.stream(cells)
                    .mapToDouble(cell -> expected[cell])
                    .average()
                    .orElseThrow();
            double mean = Arrays.stream(cells)
                    .mapToDouble(cell -> means[cell])
                    .average()
                    .orElseThrow();
            double product = 0;
            double square = 0;
            for (int cell : cells) {
                product += (expected[cell] - meanExpected) * (means[cell] - mean);
                square += (expected[cell] - meanExpected) * (expected[cell] - meanExpected);
            }
            double variance = CORRELATED_CELLS * CORRELATED_CELLS * deviation * deviation;
            double precision = square / variance;
            double prior = 1 / (CONTRAST_PRIOR * CONTRAST_PRIOR);
            double contrast = (product / variance + prior) / (precision + prior);
            return new ScenesGround(mean - contrast * meanExpected, contrast);
        }
    }
}
