package org.heatwatch.estimation.source;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Finds the heat sources of a composite: the highest place of the matched filter is added, all amounts and positions are
 * fitted again together, and so on until no place exceeds the threshold.
 */
public final class SourceSearch {
    private static final int MOST_SOURCES = 300;
    /**
     * Places that became colder by this z take part in the fit, as demolished buildings or new vegetation: the filter
     * would show heat around them otherwise. They are not reported.
     */
    private static final double COLD_Z = 6;

    private static final int MOVES = 2;
    private static final int LAST_MOVES = 5;

    /** Sources nearer than this are one, in metres: the sensor cannot tell them apart. */
    private static final double MERGE_METRES = 60;

    private final CompositeNoise noise;
    private final CompositeRaster filtered;
    private final FalseSourceRate rate;

    private SourceSearch(CompositeNoise noise, CompositeRaster filtered, FalseSourceRate rate) {
        this.noise = noise;
        this.filtered = filtered;
        this.rate = rate;
    }

    /** Prepares the search of a composite. */
    public static SourceSearch of(Composite composite) {
        CompositeNoise noise = CompositeNoise.of(composite, MatchedFilter.SIGMA_METRES);
        return new SourceSearch(
                noise, noise.filter().filter(Detrending.of(composite.excess())), FalseSourceRate.of(noise));
    }

    /**
     * Prepares the search of a composite of fewer scenes of the period: its noise has the same form as this one's.
     *
     * @param all the composite of this search
     * @param some a composite of some of its scenes
     */
    public SourceSearch of(Composite all, Composite some) {
        CompositeNoise ofSome = noise.times(some.errorRelativeTo(all), some.relativeError());
        return new SourceSearch(ofSome, noise.filter().filter(Detrending.of(some.excess())), rate);
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
        SourceMixture mixture = new SourceMixture(noise.filter().overlap(), new SmoothRaster(filtered));
        known.stream().filter(this::isInside).forEach(place -> mixture.add(place.east(), place.north()));
        mixture.removeEmpty();
        double[] residual = residual(mixture);
        while (mixture.count() < MOST_SOURCES) {
            int highest = highest(residual, threshold);
            if (highest < 0) {
                break;
            }
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
        removeInsignificant(mixture, threshold);
        return located(mixture);
    }

    private boolean isInside(LocatedSource place) {
        return place.east() > filtered.west() + Detrending.EDGE_METRES
                && place.east() < filtered.east(filtered.columns() - 1) - Detrending.EDGE_METRES
                && place.north() > filtered.south() + Detrending.EDGE_METRES
                && place.north() < filtered.north(filtered.rows() - 1) - Detrending.EDGE_METRES
                && Double.isFinite(factorAt(place.east(), place.north()));
    }

    private int highest(double[] residual, double threshold) {
        int highest = -1;
        double z = threshold;
        double unit = noise.filter().amountError();
        int edge = (int) Math.ceil(Detrending.EDGE_METRES / CompositeRaster.SPACING_METRES);
        for (int row = edge; row < filtered.rows() - edge; row++) {
            for (int column = edge; column < filtered.columns() - edge; column++) {
                int cell = row * filtered.columns() + column;
                double signed = residual[cell] * unit / noise.factor().values()[cell];
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
        for (int source = 0; source < mixture.count(); source++) {
            for (int row = 0; row < filtered.rows(); row++) {
                double y = filtered.north(row) - mixture.north(source);
                for (int column = 0; column < filtered.columns(); column++) {
                    double x = filtered.east(column) - mixture.east(source);
                    residual[row * filtered.columns() + column] -=
                            mixture.amount(source) * overlap.at(Math.hypot(x, y));
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
                weakest = Math.abs(sources.get(i).z()) < Math.abs(sources.get(weakest).z()) ? i : weakest;
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
        CompositeRaster factor = noise.factor();
        int column = (int)
                Math.clamp(Math.rint((east - factor.west()) / CompositeRaster.SPACING_METRES), 0, factor.columns() - 1);
        int row = (int)
                Math.clamp(Math.rint((north - factor.south()) / CompositeRaster.SPACING_METRES), 0, factor.rows() - 1);
        return factor.values()[row * factor.columns() + column];
    }
}
