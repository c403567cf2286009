package org.heatwatch.validation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.background.BackgroundMap;
import org.heatwatch.estimation.background.BackgroundMapFit;
import org.heatwatch.estimation.background.ReferenceScene;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.estimation.background.Smoothness;
import org.heatwatch.sampling.ThermalImage;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Map of the ground from the native samples of all dates, with its error.
 *
 * <p>The background map is fitted tile by tile and evaluated at the centres of the delivered pixels, at the mean season
 * of the dates. Its error is that of the jackknife over groups of dates: dates at most two days apart have the weather
 * in common and count as one.
 */
final class SeriesComposite {
    private static final int TILE_PIXELS = 80;
    private static final int MARGIN_PIXELS = 14;
    private static final double ROOM_METRES = 150;
    private static final double ERROR_METRES = 100;
    private static final double KELVIN_PER_COUNT = 0.00341802;
    private static final Smoothness SMOOTHNESS = new Smoothness(0.3, 0.5);
    private static final int OVERPASS_HOUR = 10;
    private static final int LONGEST_GROUP_DAYS = 2;

    private final ThermalImage frame;
    private final double[] kelvin;
    private final double[] error;
    private final List<DateResiduals> residuals;

    private SeriesComposite(ThermalImage frame, List<SceneSamples> scenes) {
        this.frame = frame;
        this.kelvin = new double[frame.size()];
        this.error = new double[frame.size()];
        this.residuals =
                scenes.stream().map(scene -> new DateResiduals(scene.date())).toList();
    }

    /**
     * Fits the map.
     *
     * @param scenes of all dates, from {@link #scene}
     * @param frame image whose pixels the map covers
     * @param cosine of the season at which the map is evaluated
     * @param sine of the season at which the map is evaluated
     */
    static SeriesComposite of(List<SceneSamples> scenes, ThermalImage frame, double cosine, double sine) {
        SeriesComposite composite = new SeriesComposite(frame, scenes);
        int[] groups = groups(scenes.stream().map(SceneSamples::date).toList());
        ImageTile.of(frame.rows(), frame.columns(), TILE_PIXELS, MARGIN_PIXELS).parallelStream()
                .forEach(tile -> composite.fit(tile, scenes, groups, cosine, sine));
        return composite.withSmoothError();
    }

    /** Averages the variance over the neighbourhood: that of few groups at one place is itself uncertain. */
    private SeriesComposite withSmoothError() {
        double[] variance = Arrays.stream(error).map(e -> e * e).toArray();
        double[] smooth = GaussianBlur.of(variance, frame, ERROR_METRES / frame.pixelMetres());
        Arrays.setAll(error, pixel -> Math.sqrt(smooth[pixel]));
        return this;
    }

    /** Samples of a date in kelvin relative to their median. */
    static SceneSamples scene(DateGrid date) {
        DateSamples samples = date.samples();
        double[] kelvin =
                Arrays.stream(samples.counts()).map(c -> KELVIN_PER_COUNT * c).toArray();
        double median = median(kelvin);
        LocalDate day = date.image().product().acquired();
        return new SceneSamples(
                day,
                day.atTime(OVERPASS_HOUR, 0).toInstant(ZoneOffset.UTC),
                date.with().samples().grid(),
                samples.east(),
                samples.north(),
                Arrays.stream(kelvin).map(k -> k - median).toArray());
    }

    /** For each date the index of its group; a date opens a new group unless it is close to the one before. */
    static int[] groups(List<LocalDate> dates) {
        List<LocalDate> sorted = dates.stream().sorted().toList();
        int[] groups = new int[dates.size()];
        for (int k = 0; k < groups.length; k++) {
            int group = 0;
            for (int i = 1; i < sorted.size() && !sorted.get(i).isAfter(dates.get(k)); i++) {
                boolean isNew = ChronoUnit.DAYS.between(sorted.get(i - 1), sorted.get(i)) > LONGEST_GROUP_DAYS;
                group += isNew ? 1 : 0;
            }
            groups[k] = group;
        }
        return groups;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private void fit(ImageTile tile, List<SceneSamples> scenes, int[] groups, double cosine, double sine) {
        Envelope area = tile.whole(frame);
        List<ReferenceScene> cut = scenes.stream()
                .map(scene -> new ReferenceScene(within(scene, area), 1))
                .toList();
        Envelope covered = new Envelope(area);
        covered.expandBy(ROOM_METRES);
        BackgroundMapFit fit = BackgroundMapFit.of(cut, covered, new GeometryFactory().createPolygon(), SMOOTHNESS);
        List<BackgroundMap> maps = fit.leaveOneOutMaps();
        keepResiduals(tile.core(frame), fit.leaveOneOutResiduals(maps));
        BackgroundMap map = fit.map();
        for (int row = tile.row(); row < tile.row() + tile.rows(); row++) {
            for (int column = tile.column(); column < tile.column() + tile.columns(); column++) {
                double east = frame.west() + (column + 0.5) * frame.pixelMetres();
                double north = frame.north() - (row + 0.5) * frame.pixelMetres();
                int pixel = row * frame.columns() + column;
                kelvin[pixel] = map.at(east, north, cosine, sine);
                double[] without = maps.stream()
                        .mapToDouble(other -> other.at(east, north, cosine, sine))
                        .toArray();
                error[pixel] = jackknife(kelvin[pixel], without, groups);
            }
        }
    }

    private static SceneSamples within(SceneSamples scene, Envelope area) {
        int[] inside = IntStream.range(0, scene.count())
                .filter(s -> area.contains(scene.east(s), scene.north(s)))
                .toArray();
        return new SceneSamples(
                scene.date(),
                scene.acquiredAt(),
                scene.grid(),
                Arrays.stream(inside).mapToDouble(scene::east).toArray(),
                Arrays.stream(inside).mapToDouble(scene::north).toArray(),
                Arrays.stream(inside).mapToDouble(scene::kelvin).toArray());
    }

    private synchronized void keepResiduals(Envelope core, List<SceneResidual> found) {
        for (int k = 0; k < found.size(); k++) {
            SceneResidual scene = found.get(k);
            for (int s = 0; s < scene.count(); s++) {
                if (ImageTile.contains(
                        core, scene.scene().east(s), scene.scene().north(s))) {
                    residuals.get(k).add(scene.east(s), scene.north(s), scene.kelvin(s));
                }
            }
        }
    }

    /**
     * Standard error by the jackknife (Efron 1982) over groups. The influence of a group is the sum of those of its
     * dates.
     */
    private static double jackknife(double full, double[] without, int[] groups) {
        int count = Arrays.stream(groups).max().orElse(0) + 1;
        double[] influence = new double[count];
        for (int k = 0; k < without.length; k++) {
            influence[groups[k]] += without[k] - full;
        }
        double mean = Arrays.stream(influence).sum() / count;
        double sum = Arrays.stream(influence).map(i -> (i - mean) * (i - mean)).sum();
        return Math.sqrt(sum * (count - 1) / count);
    }

    /** Image whose pixels the map covers. */
    ThermalImage frame() {
        return frame;
    }

    /** Kelvin above the median of the scene by pixel; not a copy. */
    double[] kelvin() {
        return kelvin;
    }

    /** Standard error in kelvin by pixel; not a copy. */
    double[] error() {
        return error;
    }

    /** Residuals of each date from the map of the others, in the order of the scenes. */
    List<DateResiduals> residuals() {
        return new ArrayList<>(residuals);
    }
}
