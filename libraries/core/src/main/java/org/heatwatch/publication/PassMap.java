package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.history.PassResidual;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.sampling.GridBend;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Residual of one pass above the background model around a site's features, on the grid of the native samples.
 *
 * @param acquisition of the pass
 * @param grid aligned to the background model, metres of the site's UTM zone
 * @param firstAcross index of the first column
 * @param firstAlong index of the first row
 * @param columns number of columns
 * @param scatter background scatter: standard deviation of a sample where nothing runs, effective kelvin
 * @param kelvin row by row, effective kelvin rounded to 0.01; null for a sample that is missing
 */
public record PassMap(
        Acquisition acquisition,
        Grid grid,
        int firstAcross,
        int firstAlong,
        int columns,
        double scatter,
        List<@Nullable Double> kelvin) {
    /** Margin of the map around the outermost features. */
    private static final double MARGIN_METRES = 400;

    private static final double STEPS_PER_KELVIN = 100;

    /**
     * Stored form of a {@link SamplingGrid}, in degrees and metres.
     *
     * @param bend numbers of its bend; absent if the grid is affine
     */
    public record Grid(
            double rotationDegrees,
            double acrossMetres,
            double alongMetres,
            double shear,
            double phaseAcross,
            double phaseAlong,
            double originEast,
            double originNorth,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Double> bend) {

        /** An affine grid. */
        public Grid(
                double rotationDegrees,
                double acrossMetres,
                double alongMetres,
                double shear,
                double phaseAcross,
                double phaseAlong,
                double originEast,
                double originNorth) {
            this(
                    rotationDegrees,
                    acrossMetres,
                    alongMetres,
                    shear,
                    phaseAcross,
                    phaseAlong,
                    originEast,
                    originNorth,
                    null);
        }

        static Grid of(SamplingGrid grid) {
            GridGeometry geometry = grid.geometry();
            return new Grid(
                    geometry.rotationDegrees(),
                    geometry.acrossMetres(),
                    geometry.alongMetres(),
                    geometry.shear(),
                    grid.phaseAcross(),
                    grid.phaseAlong(),
                    grid.originEast(),
                    grid.originNorth(),
                    grid.bend().isNone() ? null : grid.bend().numbers());
        }

        /** The sampling grid. */
        public SamplingGrid samplingGrid() {
            return new SamplingGrid(
                    new GridGeometry(rotationDegrees, acrossMetres, alongMetres, shear),
                    phaseAcross,
                    phaseAlong,
                    originEast,
                    originNorth,
                    bend == null ? GridBend.NONE : GridBend.ofNumbers(bend));
        }
    }

    /**
     * One native sample.
     *
     * @param across column of the grid
     * @param along row of the grid
     * @param kelvin effective kelvin above the background model
     */
    public record Sample(int across, int along, double kelvin) {}

    public PassMap {
        kelvin = Collections.unmodifiableList(new ArrayList<>(kelvin));
    }

    /** Makes a map of the samples near the features of a site. */
    public static PassMap of(Acquisition acquisition, Site site, PassResidual pass) {
        SceneResidual residual = pass.residual();
        SamplingGrid grid = residual.grid();
        Envelope area = new Envelope();
        site.features().forEach(f -> area.expandToInclude(f.footprint().utm().getEnvelopeInternal()));
        area.expandBy(MARGIN_METRES);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < residual.count(); i++) {
            if (area.contains(residual.east(i), residual.north(i))) {
                double[] index = grid.indexOf(residual.east(i), residual.north(i));
                samples.add(
                        new Sample((int) Math.rint(index[0]), (int) Math.rint(index[1]), rounded(residual.kelvin(i))));
            }
        }
        int west = samples.stream().mapToInt(Sample::across).min().orElse(0);
        int east = samples.stream().mapToInt(Sample::across).max().orElse(-1);
        int first = samples.stream().mapToInt(Sample::along).min().orElse(0);
        int last = samples.stream().mapToInt(Sample::along).max().orElse(-1);
        int columns = east - west + 1;
        @Nullable Double[] kelvin = new @Nullable Double[columns * (last - first + 1)];
        samples.forEach(s -> kelvin[(s.along() - first) * columns + s.across() - west] = s.kelvin());
        return new PassMap(
                acquisition, Grid.of(grid), west, first, columns, rounded(pass.scatter()), Arrays.asList(kelvin));
    }

    private static double rounded(double kelvin) {
        return Math.rint(kelvin * STEPS_PER_KELVIN) / STEPS_PER_KELVIN;
    }

    /** All samples that are not missing. */
    public List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < kelvin.size(); i++) {
            Double value = kelvin.get(i);
            if (value != null) {
                samples.add(new Sample(firstAcross + i % columns, firstAlong + i / columns, value));
            }
        }
        return samples;
    }
}
