package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridQuality;
import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.validation.SpatialSearch.WarmPlace;

/** Grids, composite and warm places of a series of real surface temperatures. */
final class SeriesChapter {
    /** Beginning of the titles of these chapters. */
    static final String TITLE = "Real passes: ";

    private static final int PLACES = 20;
    private static final int MARKED_PLACES = 12;

    private final List<DateGrid> dates;
    private final SeriesComposite composite;
    private final List<SampleStatistics> ratios;
    private final SampleStatistics disjoint;
    private final List<WarmPlace> places;

    private SeriesChapter(List<DateGrid> dates, SeriesComposite composite, SampleStatistics disjoint) {
        this.dates = dates;
        this.composite = composite;
        this.ratios = StatedErrors.ratios(composite);
        this.disjoint = disjoint;
        this.places = SpatialSearch.of(composite);
    }

    /**
     * Analyses a series and draws its composite.
     *
     * @param plots folder for the picture
     * @param progress receives a line per step
     */
    static Chapter write(ImageSeries series, Path plots, Consumer<String> progress) throws IOException {
        List<DateGrid> dates = SeriesGrids.of(series.images(), line -> progress.accept(series.name() + ": " + line));
        List<SceneSamples> scenes = dates.stream().map(SeriesComposite::scene).toList();
        double cosine = mean(scenes, SceneSamples::cosine);
        double sine = mean(scenes, SceneSamples::sine);
        ThermalImage frame = series.images().getFirst().image();
        progress.accept(series.name() + ": composite");
        SeriesComposite composite = SeriesComposite.of(scenes, frame, cosine, sine);
        progress.accept(series.name() + ": composites of two disjoint sets of dates");
        SampleStatistics disjoint = DisjointComposites.ratios(scenes, frame, cosine, sine);
        SeriesChapter chapter = new SeriesChapter(dates, composite, disjoint);
        String picture = series.name() + ".png";
        CompositePicture.of(
                        series.name(),
                        composite,
                        chapter.places.stream().limit(MARKED_PLACES).toList())
                .write(plots.resolve(picture));
        return new Chapter(TITLE + series.name(), chapter.text(picture));
    }

    private static <T> double mean(List<T> values, ToDoubleFunction<T> of) {
        return values.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private String text(String picture) {
        ThermalImage frame = composite.frame();
        return "%d surface-temperature images (ST_B10) of one place, %d x %d pixels, as delivered by USGS; "
                        .formatted(dates.size(), frame.columns(), frame.rows())
                + "one count is 0.0034 K. No date is known to be idle and no radiance is available. This chapter "
                + "therefore tests the recovery of grids and the error of a map; it cannot judge whether anything "
                + "was active.\n\n"
                + grids()
                + "\n### Composite and its error\n\n"
                + errors()
                + "\n### Warm places\n\n"
                + warmPlaces()
                + "\n![Composite of the dates and its error](validation/" + picture + ")\n";
    }

    private String grids() {
        MarkdownTable table = new MarkdownTable(List.of(
                "product",
                "residual, without",
                "with",
                "holdout error, without",
                "with",
                "wrong grids",
                "rotation",
                "across",
                "along",
                "shear",
                "pattern",
                "accepted"));
        dates.forEach(date -> table.row(gridRow(date)));
        MarkdownTable paths = new MarkdownTable(
                List.of("path", "dates", "rotation", "lowest", "highest", "orbit", "across", "along", "shear"));
        byPath().forEach((path, ofPath) -> paths.row(pathRow(path, ofPath)));
        return "### Grids\n\n"
                + "In counts, on the 160 x 160 pixels with the most contrast, without and with the static pattern of "
                + "emissivity that is estimated from the other dates. The residual is that of all pixels, the holdout "
                + "errors are those of the 48 x 48 pixels with the most contrast. \"pattern\" is the size of the "
                + "pattern on the date relative to the mean. A grid is accepted by the rules for products, except "
                + "that its holdout error must be below " + SeriesGrids.LARGEST_HOLDOUT_SHARE
                + " instead of 0.2 of that of wrong grids.\n\n"
                + table
                + "\n%d of %d grids are accepted, %d with the 0.2 of products. "
                        .formatted(
                                dates.stream().filter(DateGrid::isResolved).count(),
                                dates.size(),
                                dates.stream()
                                        .filter(SeriesChapter::isResolvedAsProduct)
                                        .count())
                + ("With the pattern the median residual is %.0f counts (without: %.0f), that of all pixels of the "
                                + "images %.0f. The grid of the square, extended over "
                                + "the whole image, deviates from those of its tiles of 3.3 km by %.1f m (rms, median of the "
                                + "dates); each tile has its own phases.\n\n")
                        .formatted(
                                median(d -> d.with().quality().residual()),
                                median(d -> d.without().quality().residual()),
                                median(d -> d.samples().residual()),
                                median(d -> d.samples().bend()))
                + "The grids of one path agree, those of different paths differ:\n\n"
                + paths;
    }

    private static boolean isResolvedAsProduct(DateGrid date) {
        GridQuality quality = date.with().quality();
        return date.isResolved() && quality.holdoutError() < 0.2 * quality.wrongGrid();
    }

    private double median(ToDoubleFunction<DateGrid> value) {
        return SeriesComposite.median(dates.stream().mapToDouble(value).toArray());
    }

    private static List<String> gridRow(DateGrid date) {
        GridGeometry geometry = geometry(date);
        GridQuality quality = date.with().quality();
        return List.of(
                date.image().product().toString(),
                "%.1f".formatted(date.without().quality().residual()),
                "%.1f".formatted(quality.residual()),
                "%.1f".formatted(date.without().quality().holdoutError()),
                "%.1f".formatted(quality.holdoutError()),
                "%.1f".formatted(quality.wrongGrid()),
                "%.2f".formatted(geometry.rotationDegrees()),
                "%.2f m".formatted(geometry.acrossMetres()),
                "%.2f m".formatted(geometry.alongMetres()),
                "%.4f".formatted(geometry.shear()),
                "%.2f".formatted(date.patternScale()),
                date.isResolved()
                        ? "yes"
                        : "no: " + String.join("; ", date.with().objections()));
    }

    private static GridGeometry geometry(DateGrid date) {
        return date.with().samples().grid().geometry();
    }

    private Map<String, List<DateGrid>> byPath() {
        Map<String, List<DateGrid>> byPath = new TreeMap<>();
        for (DateGrid date : dates) {
            byPath.computeIfAbsent(date.image().product().scene().pathText(), _ -> new ArrayList<>())
                    .add(date);
        }
        return byPath;
    }

    private static List<String> pathRow(String path, List<DateGrid> ofPath) {
        double[] rotations = ofPath.stream()
                .mapToDouble(date -> geometry(date).rotationDegrees())
                .sorted()
                .toArray();
        return List.of(
                path,
                "%d".formatted(ofPath.size()),
                "%.2f".formatted(Arrays.stream(rotations).average().orElse(Double.NaN)),
                "%.2f".formatted(rotations[0]),
                "%.2f".formatted(rotations[rotations.length - 1]),
                "%.2f".formatted(ofPath.getFirst().image().rotationPrior()),
                "%.2f m".formatted(mean(ofPath, date -> geometry(date).acrossMetres())),
                "%.2f m".formatted(mean(ofPath, date -> geometry(date).alongMetres())),
                "%.4f".formatted(mean(ofPath, date -> geometry(date).shear())));
    }

    private String errors() {
        MarkdownTable table = new MarkdownTable(
                List.of("date", "samples", "spread", "rms of residual / stated error", "within 1", "within 2"));
        List<Double> all = new ArrayList<>();
        for (int k = 0; k < ratios.size(); k++) {
            all.addAll(ratios.get(k).values());
            table.row(ratioRow(
                    composite.residuals().get(k).date().toString(),
                    "%.2f K".formatted(composite.residuals().get(k).spread()),
                    ratios.get(k)));
        }
        table.row(ratioRow("all", "", SampleStatistics.of(all)));
        return "The background model (constant, yearly cycle; level, contrast and shift of each date) is fitted to "
                + "the native samples of all dates. The samples of each date are predicted from the map of the other "
                + "dates. The stated error of a sample is the spread of the residuals of its date, one number, times "
                + "the relative scatter that the other dates show at that place. It is right if the rms of the ratio "
                + "is within 10 % of 1.\n\n"
                + table
                + ("\nThe error of the composite itself is that of a jackknife over groups of dates; its median is "
                                + "%.2f K, while the map has a standard deviation of %.1f K. Composites of two "
                                + "disjoint sets of these groups differ by %.2f times the error that they "
                                + "state together (rms; %.0f %% of the pixels within 1, %.0f %% within 2). The "
                                + "jackknife of one such set has few degrees of freedom.\n")
                        .formatted(
                                SeriesComposite.median(composite.error()),
                                SampleStatistics.of(Arrays.stream(composite.kelvin())
                                                .boxed()
                                                .toList())
                                        .standardDeviation(),
                                disjoint.rootMeanSquare(),
                                100 * disjoint.share(ratio -> Math.abs(ratio) < 1),
                                100 * disjoint.share(ratio -> Math.abs(ratio) < 2));
    }

    private static List<String> ratioRow(String date, String spread, SampleStatistics ratio) {
        return List.of(
                date,
                "%d".formatted(ratio.count()),
                spread,
                "%.2f".formatted(ratio.rootMeanSquare()),
                "%.0f %%".formatted(100 * ratio.share(value -> Math.abs(value) < 1)),
                "%.0f %%".formatted(100 * ratio.share(value -> Math.abs(value) < 2)));
    }

    private String warmPlaces() {
        MarkdownTable table =
                new MarkdownTable(List.of("place", "row", "column", "K above surroundings", "error", "z"));
        for (int i = 0; i < Math.min(PLACES, places.size()); i++) {
            WarmPlace place = places.get(i);
            table.row(List.of(
                    "%d".formatted(i + 1),
                    "%d".formatted(place.row()),
                    "%d".formatted(place.column()),
                    "%.1f".formatted(place.kelvin()),
                    "%.2f".formatted(place.error()),
                    "%.1f".formatted(place.z())));
        }
        return ("Matched filter with the point spread on the composite less its mean over 300 m; the %d places with "
                                + "the highest z, rows and columns counted from 0. No period is idle, so the noise is "
                                + "the scatter of the filtered map in space, which contains the contrast of ordinary "
                                + "buildings and roads. ")
                        .formatted(Math.min(PLACES, places.size()))
                + "z is therefore a spatial contrast. It says which places are warmer than their surroundings in "
                + "the mean of all dates. It is no evidence of activity: dark roofing has the same effect.\n\n"
                + table;
    }
}
