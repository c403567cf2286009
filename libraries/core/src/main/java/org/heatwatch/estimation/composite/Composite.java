package org.heatwatch.estimation.composite;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.estimation.background.SplineLattice;
import org.locationtech.jts.geom.Envelope;

/**
 * Composite of a period: the mean excess of its overpasses over the idle ground, in effective kelvin as the samples
 * show it (the ground blurred by the sensor), with what is needed to judge its error.
 */
public final class Composite {
    /** A scene with a smaller share of the samples of a whole scene does not enter the estimate of the error. */
    private static final double WHOLE_SCENE = 0.97;

    private static final int FEWEST_NOISE_SCENES = 8;

    /** More scenes hardly improve the estimate of the noise, but each takes time. */
    private static final int MOST_NOISE_SCENES = 60;

    private final Envelope area;
    private final SplineLattice lattice;
    private final List<WeightedScene> scenes;
    private final JointEquations equations;
    private final MapVector maps;
    private double[] leverages = {};

    /** Mean square of the contributions, computed with them; NaN before. */
    private double meanVariance = Double.NaN;

    Composite(
            Envelope area,
            SplineLattice lattice,
            List<WeightedScene> scenes,
            JointEquations equations,
            MapVector maps) {
        this.area = area;
        this.lattice = lattice;
        this.scenes = List.copyOf(scenes);
        this.equations = equations;
        this.maps = maps;
    }

    /**
     * Fits a composite.
     *
     * @param scenes reference scenes and scenes of the period; several of each
     * @param area that contains every sample, in metres of the site's UTM zone
     * @throws IllegalArgumentException if the scenes do not determine the composite
     */
    public static Composite of(List<CompositeScene> scenes, Envelope area) {
        return CompositeFit.of(scenes, area);
    }

    /**
     * The composite of some of the scenes of the period, with the idle ground and the levels, contrasts, shifts and
     * weights of this one.
     *
     * @param wanted whether a scene of the period is used
     * @return empty if none is
     */
    public Optional<Composite> of(Predicate<SceneSamples> wanted) {
        List<WeightedScene> some = scenes.stream()
                .filter(scene ->
                        !scene.scene().isInPeriod() || wanted.test(scene.scene().samples()))
                .toList();
        if (some.stream().noneMatch(scene -> scene.scene().isInPeriod())) {
            return Optional.empty();
        }
        JointEquations of = equations.with(some);
        return Optional.of(new Composite(
                area, lattice, some, of, maps.withExcess(of.ofExcess().solve(maps))));
    }

    /**
     * This composite with further scenes of the period, which are fitted to its maps. The idle ground and the
     * parameters of all other scenes stay as they are, and so does the form of the noise: much faster than a fit of all
     * scenes, and nearly the same while the further scenes are few.
     */
    public Composite with(List<CompositeScene> further) {
        if (further.isEmpty()) {
            return this;
        }
        List<WeightedScene> all = Stream.concat(
                        scenes.stream(), further.parallelStream().map(onMaps()::fitted).toList().stream())
                .toList();
        JointEquations of = equations.with(all);
        Composite more = new Composite(
                area, lattice, all, of, maps.withExcess(of.ofExcess().solve(maps)));
        more.setMeanVariance(meanVariance() * of.excessVariance() / equations.excessVariance());
        return more;
    }

    /**
     * The excess on a grid, in effective kelvin relative to its median: what all places have in common
     * cannot be separated from the level of the scenes.
     */
    public CompositeRaster excess() {
        CompositeRaster excess = raster(maps.maps()[MapVector.EXCESS]);
        double[] relative = excess.values().clone();
        double median = Median.withDefaults().withCopy(true).evaluate(relative);
        for (int i = 0; i < relative.length; i++) {
            relative[i] -= median;
        }
        return excess.with(relative);
    }

    private CompositeRaster raster(double[] map) {
        SplinePoint point = new SplinePoint(lattice);
        return CompositeRaster.of(area, (east, north) -> point.at(east, north).value(map));
    }

    /**
     * What each reference scene contributes to the excess by its own deviation from the idle ground. The sum of the
     * squared maps is the variance of the excess. Scenes of the period are not used, since their deviations may be
     * activity: the contributions are scaled up by their share. Only scenes without gaps are used, at most 60.
     */
    public List<CompositeRaster> idleContributions() {
        List<WeightedScene> reference =
                scenes.stream().filter(scene -> !scene.scene().isInPeriod()).toList();
        int most = reference.stream()
                .mapToInt(scene -> scene.weights().length)
                .max()
                .orElse(0);
        List<WeightedScene> whole = reference.stream()
                .filter(scene -> scene.weights().length >= WHOLE_SCENE * most)
                .toList();
        List<WeightedScene> used = evenly(whole.size() >= FEWEST_NOISE_SCENES ? whole : reference, MOST_NOISE_SCENES);
        double variance = used.stream().mapToDouble(this::variance).sum();
        double scale = Math.sqrt(equations.excessVariance() / variance);
        double[] leverages = leverages();
        List<double[]> smooth = equations.smooth(used, this::residuals);
        List<CompositeRaster> contributions = IntStream.range(0, used.size())
                .parallel()
                .mapToObj(k -> {
                    // The variance of a residual is that of the noise, less the share that the maps took over.
                    WeightedScene scene = used.get(k);
                    double gain = scale * equations.gain(scene) / Math.sqrt(1 - leverages[scenes.indexOf(scene)]);
                    double[] map = smooth.get(k);
                    for (int i = 0; i < map.length; i++) {
                        map[i] *= gain;
                    }
                    return raster(map);
                })
                .toList();
        setMeanVariance(meanSquare(contributions));
        return contributions;
    }

    private static double meanSquare(List<CompositeRaster> contributions) {
        double sum = 0;
        for (CompositeRaster contribution : contributions) {
            for (double kelvin : contribution.values()) {
                sum += kelvin * kelvin / contribution.values().length;
            }
        }
        return sum;
    }

    private synchronized void setMeanVariance(double squareKelvin) {
        meanVariance = squareKelvin;
    }

    /** Mean variance of the excess where all scenes show the ground, in square kelvin. */
    private synchronized double meanVariance() {
        if (Double.isNaN(meanVariance)) {
            idleContributions();
        }
        return meanVariance;
    }

    /** Shares of the scenes in the maps, computed when they are needed first. */
    private synchronized double[] leverages() {
        if (leverages.length == 0) {
            leverages = SceneLeverages.of(equations, scenes, lattice);
        }
        return leverages;
    }

    /**
     * Deviations of the latest scenes of the period, the latest first.
     *
     * @param most number of scenes
     */
    public List<SceneDeviation> latestDeviations(int most) {
        return deviations(scenes.stream()
                .filter(scene -> scene.scene().isInPeriod())
                .sorted(Comparator.comparing(
                                (WeightedScene scene) -> scene.scene().samples().acquiredAt())
                        .reversed())
                .limit(most)
                .toList());
    }

    /**
     * Deviations of reference scenes, spread evenly over time.
     *
     * @param most number of scenes
     */
    public List<SceneDeviation> idleDeviations(int most) {
        return deviations(evenly(
                scenes.stream().filter(scene -> !scene.scene().isInPeriod()).toList(), most));
    }

    private List<SceneDeviation> deviations(List<WeightedScene> some) {
        List<double[]> smooth =
                equations.smooth(some.stream().map(WeightedScene::unweighted).toList(), this::residuals);
        return IntStream.range(0, some.size())
                .parallel()
                .mapToObj(k -> new SceneDeviation(raster(smooth.get(k)), ScenesOfPlace.coverage(some.get(k), area)))
                .toList();
    }

    /**
     * Standard error of the excess at each cell, in effective kelvin, with all that varies more slowly than the scenes;
     * infinite where too few scenes show the ground.
     */
    public CompositeRaster standardError() {
        double variance = meanVariance();
        CompositeRaster relative = relativeError();
        double[] error = relative.values().clone();
        for (int i = 0; i < error.length; i++) {
            error[i] *= Math.sqrt(variance);
        }
        return relative.with(error);
    }

    /** At most a number of the scenes, spread evenly over time. */
    private static List<WeightedScene> evenly(List<WeightedScene> scenes, int most) {
        int count = Math.min(most, scenes.size());
        return IntStream.range(0, count)
                .mapToObj(i -> scenes.get((int) ((long) i * scenes.size() / count)))
                .toList();
    }

    /** Variance of the excess due to one scene, in units of the spatial factor. */
    private double variance(WeightedScene scene) {
        double gain = equations.gain(scene);
        return gain * gain / scene.weightSum();
    }

    private double[] residuals(WeightedScene scene) {
        double[] map = JointEquations.combine(maps, scene.factors());
        SplinePoint point = new SplinePoint(lattice);
        return IntStream.range(0, scene.weights().length)
                .mapToDouble(s -> scene.target(s)
                        - point.at(scene.east(s), scene.north(s)).value(map))
                .toArray();
    }

    /**
     * Standard error of the excess, in units of that of another composite of the same reference scenes, where all
     * scenes
     * show the ground.
     */
    public double errorRelativeTo(Composite other) {
        return Math.sqrt(equations.excessVariance() / other.equations.excessVariance());
    }

    /** The idle ground as a background that scenes of the same observing regime are measured against. */
    public FittedBackground background() {
        return CompositeBackground.of(scenes, onMaps(), leverages());
    }

    private ScenesOnMaps onMaps() {
        Envelope larger = area.copy();
        larger.expandBy(CompositeFit.EDGE_METRES);
        return new ScenesOnMaps(larger, lattice, maps);
    }

    /** Number of scenes of the period. */
    public int periodScenes() {
        return (int) scenes.stream().filter(scene -> scene.scene().isInPeriod()).count();
    }

    /** Number of reference scenes. */
    public int referenceScenes() {
        return scenes.size() - periodScenes();
    }

    /**
     * Standard error of the excess relative to that of a place that every scene shows, at each cell of the grid: 1
     * where
     * all scenes see the place, more where clouds hid it, infinite where too few scenes show it.
     */
    public CompositeRaster relativeError() {
        return ScenesOfPlace.of(scenes, area, equations.excessVariance());
    }
}
