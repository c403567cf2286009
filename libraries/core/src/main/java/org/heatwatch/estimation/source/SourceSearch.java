package org.heatwatch.estimation.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Finds the heat sources of a composite: the highest place of the matched filter is added, all amounts and positions
 * are fitted again together, and so on until no place exceeds the threshold.
 */
public final class SourceSearch {
    private static final int MOST_SOURCES = 300;
    /**
     * Places that became colder by this z take part in the fit, as demolished buildings or new vegetation: the filter
     * would show heat around them otherwise. They are not reported.
     */
    private static final double COLD_Z = 6;

    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final int MOVES = 2;
    private static final int LAST_MOVES = 5;

    /** Sources nearer than this are one, in metres: the sensor cannot separate them. */
    private static final double MERGE_METRES = 60;

    private final Composite composite;
    private final CompositeNoise noise;
    private final CompositeRaster filtered;
    private final FalseSourceRate rate;
    private Optional<IdleScenes> idle = Optional.empty();

    private SourceSearch(Composite composite, CompositeNoise noise, CompositeRaster filtered, FalseSourceRate rate) {
        this.composite = composite;
        this.noise = noise;
        this.filtered = filtered;
        this.rate = rate;
    }

    /** Prepares the search of a composite. */
    public static SourceSearch of(Composite composite) {
        CompositeNoise noise = CompositeNoise.of(composite, MatchedFilter.SIGMA_METRES);
        return new SourceSearch(composite, noise, filtered(noise, composite), FalseSourceRate.of(noise));
    }

    /**
     * Prepares the search of a composite with the same idle ground and fewer or further scenes of the period: its noise
     * has the same form as this one's.
     */
    public SourceSearch with(Composite other) {
        CompositeNoise ofOther = noise.times(other.errorRelativeTo(composite), other.relativeError());
        return new SourceSearch(other, ofOther, filtered(ofOther, other), rate);
    }

    private static CompositeRaster filtered(CompositeNoise noise, Composite composite) {
        return noise.filter().filter(Detrending.of(composite.excess()));
    }

    /**
     * The places that at least two of the latest scenes show to be warmer than a composite. Places next to a warmer
     * one, which single scenes do not separate, are searched in the composite of the latest scenes.
     *
     * @param all this search's composite, or one of the same idle ground with further scenes
     * @param latest the composite of the latest scenes, computed only if there is a warmer place
     * @param falseSourceProbability of any place in scenes without change
     */
    public List<LocatedSource> latest(Composite all, Supplier<Composite> latest, double falseSourceProbability) {
        LatestScenes scenes = LatestScenes.of(all, noise.filter(), idle());
        double threshold = scenes.threshold(falseSourceProbability);
        SourceSearch search = new SourceSearch(all, noise.withFactor(scenes.factor()), scenes.filtered(), rate);
        SourceMixture mixture = search.mixture(List.of());
        for (int cell : scenes.highest(threshold)) {
            if (isSearched(cell)) {
                mixture.add(east(cell), north(cell));
            }
        }
        mixture.removeEmpty();
        if (mixture.count() == 0) {
            return List.of();
        }
        for (int move = 0; move < LAST_MOVES; move++) {
            mixture.move();
        }
        mergeNearest(mixture);
        List<LocatedSource> found = new ArrayList<>(search.located(mixture));
        for (LocatedSource place : with(latest.get()).find(threshold)) {
            double evidence = scenes.evidence(filtered.cell(place.east(), place.north()));
            if (evidence > threshold
                    && found.stream().allMatch(other -> other.distance(place.east(), place.north()) >= MERGE_METRES)) {
                found.add(place);
            }
        }
        return found;
    }

    /** Of the composite of this search, computed when they are needed first. */
    private synchronized IdleScenes idle() {
        IdleScenes scenes = idle.orElseGet(() -> IdleScenes.of(composite, noise.filter()));
        idle = Optional.of(scenes);
        return scenes;
    }

    /** Robust standard deviation of z of the ground without the sources that were found, from its colder half. */
    private double scatter(double[] residual) {
        double[] below = IntStream.range(0, residual.length)
                .filter(this::isSearched)
                .mapToDouble(cell -> -z(residual[cell], cell))
                .filter(z -> z > 0 && Double.isFinite(z))
                .toArray();
        return below.length == 0 ? 1 : MAD_TO_DEVIATION * Median.withDefaults().evaluate(below);
    }

    private boolean isSearched(int cell) {
        int edge = (int) Math.ceil(Detrending.EDGE_METRES / CompositeRaster.SPACING_METRES);
        int row = cell / filtered.columns();
        int column = cell % filtered.columns();
        return row >= edge && row < filtered.rows() - edge && column >= edge && column < filtered.columns() - edge;
    }

    private double z(double amount, int cell) {
        return amount * noise.filter().amountError() / noise.factor().values()[cell];
    }

    /** The z above which a place of an idle site is found with a probability. */
    public double threshold(double falseSourceProbability) {
        return rate.threshold(falseSourceProbability);
    }

    /** The sources above a threshold of z, the strongest first. */
    public List<LocatedSource> find(double threshold) {
        return find(threshold, List.of());
    }

    /**
     * The sources above a threshold of z, the strongest first.
     *
     * @param known places from which the search starts; those without a significant amount are not returned
     */
    public List<LocatedSource> find(double threshold, List<LocatedSource> known) {
        SourceMixture mixture = mixture(known);
        double[] residual = residual(mixture);
        boolean[] tried = new boolean[residual.length];
        while (mixture.count() < MOST_SOURCES) {
            int highest = highest(residual, tried, threshold);
            if (highest < 0) {
                break;
            }
            // A place may be absorbed by others when they move; without this it would be added again and again.
            tried[highest] = true;
            if (residual[highest] > 0) {
                mixture.add(east(highest), north(highest));
            } else {
                mixture.addCold(east(highest), north(highest));
            }
            for (int move = 0; move < MOVES; move++) {
                mixture.move();
            }
            mixture.removeEmpty();
            residual = residual(mixture);
        }
        for (int move = 0; move < LAST_MOVES && mixture.count() > 0; move++) {
            mixture.move();
        }
        // The scenes of the period may scatter more than the reference scenes, for example below thin clouds.
        double scatter = Math.max(1, scatter(residual(mixture)));
        SourceSearch scaled = new SourceSearch(composite, noise.times(scatter, noise.factor()), filtered, rate);
        scaled.removeInsignificant(mixture, threshold);
        return scaled.located(mixture);
    }

    private SourceMixture mixture(List<LocatedSource> known) {
        SourceMixture mixture = new SourceMixture(noise.filter().overlap(), new SmoothRaster(filtered));
        known.stream().filter(this::isInside).forEach(place -> mixture.add(place.east(), place.north()));
        mixture.removeEmpty();
        return mixture;
    }

    private boolean isInside(LocatedSource place) {
        return place.east() > filtered.west() + Detrending.EDGE_METRES
                && place.east() < filtered.east(filtered.columns() - 1) - Detrending.EDGE_METRES
                && place.north() > filtered.south() + Detrending.EDGE_METRES
                && place.north() < filtered.north(filtered.rows() - 1) - Detrending.EDGE_METRES
                && Double.isFinite(factorAt(place.east(), place.north()));
    }

    private int highest(double[] residual, boolean[] tried, double threshold) {
        int highest = -1;
        double z = threshold;
        for (int cell = 0; cell < residual.length; cell++) {
            if (isSearched(cell) && !tried[cell]) {
                double signed = z(residual[cell], cell);
                double its = signed > 0 ? signed : -signed * threshold / Math.max(threshold, COLD_Z);
                if (its > z) {
                    z = its;
                    highest = cell;
                }
            }
        }
        return highest;
    }

    private double east(int cell) {
        return filtered.east(cell % filtered.columns());
    }

    private double north(int cell) {
        return filtered.north(cell / filtered.columns());
    }

    private double[] residual(SourceMixture mixture) {
        double[] residual = filtered.values().clone();
        RadialProfile overlap = noise.filter().overlap();
        int reach = (int) Math.ceil(RadialProfile.REACH_METRES / CompositeRaster.SPACING_METRES) + 1;
        for (int source = 0; source < mixture.count(); source++) {
            int middleRow = filtered.row(mixture.north(source));
            int middleColumn = filtered.column(mixture.east(source));
            for (int row = Math.max(0, middleRow - reach);
                    row <= Math.min(filtered.rows() - 1, middleRow + reach);
                    row++) {
                double y = filtered.north(row) - mixture.north(source);
                for (int column = Math.max(0, middleColumn - reach);
                        column <= Math.min(filtered.columns() - 1, middleColumn + reach);
                        column++) {
                    double x = filtered.east(column) - mixture.east(source);
                    residual[row * filtered.columns() + column] -=
                            mixture.amount(source) * overlap.at(Math.sqrt(x * x + y * y));
                }
            }
        }
        return residual;
    }

    private void removeInsignificant(SourceMixture mixture, double threshold) {
        mergeNearest(mixture);
        while (mixture.count() > 0) {
            List<LocatedSource> sources = unsorted(mixture);
            int weakest = 0;
            for (int i = 1; i < sources.size(); i++) {
                weakest = Math.abs(sources.get(i).z())
                                < Math.abs(sources.get(weakest).z())
                        ? i
                        : weakest;
            }
            if (Math.abs(sources.get(weakest).z()) >= threshold) {
                return;
            }
            mixture.remove(weakest);
        }
    }

    private static void mergeNearest(SourceMixture mixture) {
        for (int i = 0; i < mixture.count(); i++) {
            for (int j = mixture.count() - 1; j > i; j--) {
                double metres = Math.hypot(mixture.east(i) - mixture.east(j), mixture.north(i) - mixture.north(j));
                if (metres < MERGE_METRES) {
                    mixture.remove(Math.abs(mixture.amount(i)) < Math.abs(mixture.amount(j)) ? i : j);
                    mixture.move();
                    j = mixture.count();
                }
            }
        }
    }

    private List<LocatedSource> located(SourceMixture mixture) {
        List<LocatedSource> sources = new ArrayList<>(unsorted(mixture));
        sources.removeIf(source -> source.kelvinSquareMetres() <= 0);
        sources.sort((a, b) -> Double.compare(b.z(), a.z()));
        return List.copyOf(sources);
    }

    private List<LocatedSource> unsorted(SourceMixture mixture) {
        List<SourceMixture.Errors> errors = mixture.errors();
        List<LocatedSource> sources = new ArrayList<>();
        for (int i = 0; i < mixture.count(); i++) {
            double factor = factorAt(mixture.east(i), mixture.north(i));
            sources.add(new LocatedSource(
                    mixture.east(i),
                    mixture.north(i),
                    errors.get(i).position() * factor,
                    mixture.amount(i),
                    errors.get(i).free() * factor,
                    mixture.amount(i) / (errors.get(i).amount() * factor)));
        }
        return sources;
    }

    private double factorAt(double east, double north) {
        return noise.factor().values()[filtered.cell(east, north)];
    }
}
