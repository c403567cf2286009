package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.GridQuality;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.simulator.RealWindow;
import org.heatwatch.simulator.SceneGrid;

/** Residuals of real pixels about the recovered native grid. */
final class GridChapter {
    static final String TITLE = "The sampling grid on real pixels";

    /** Larger images are analysed in windows only: the cost of a fit rises with the square of its area. */
    private static final int LARGEST_PIXELS = 160_000;

    private static final int FEWEST_WINDOWS = 4;

    private GridChapter() {}

    static Chapter write(List<GridImage> more) {
        List<GridImage> images = new ArrayList<>(List.of(
                image("Mendoza, path 232 row 083, band 10, 2016-02-09", RealWindow.mendoza()),
                image("path 228 row 071, band 11", RealWindow.band11())));
        images.addAll(more);
        MarkdownTable whole = new MarkdownTable(List.of(
                "image", "pixels", "residual", "holdout error", "wrong grids", "rotation", "across", "along", "shear"));
        MarkdownTable windows = GridWindows.table();
        List<GridAgreement.Found> found = new ArrayList<>();
        for (GridImage image : images) {
            if (image.image().size() <= LARGEST_PIXELS) {
                Recovery recovery = GridRecovery.recover(image.image(), GridPrior.ofOrbit(image.rotationPrior()));
                switch (recovery) {
                    case Recovery.Resolved resolved -> {
                        whole.row(row(image, resolved));
                        found.add(new GridAgreement.Found(
                                image, resolved.samples().grid()));
                    }
                    case Recovery.Unresolved unresolved -> whole.row(row(image, unresolved));
                }
            }
            GridWindows separate = GridWindows.of(image);
            if (separate.windows().size() >= FEWEST_WINDOWS) {
                windows.row(separate.row(image.name()));
            }
        }
        return new Chapter(TITLE, text(whole, windows, GridAgreement.rows(found)));
    }

    private static String text(MarkdownTable whole, MarkdownTable windows, List<List<String>> pairs) {
        String text = "In counts of 0.0025 K: the residual of all pixels after the fit of the samples, the "
                + "holdout error of a fit to a random half of the pixels, and the median holdout error of "
                + "wrong grids. Rounding alone contributes 0.29.\n\n"
                + whole
                + "\nThe grids of separate windows of %d x %d pixels agree. Windows contain no masked pixel and "
                        .formatted(GridWindows.SIDE, GridWindows.SIDE)
                + "start every %d pixels, in images of more than 400 pixels every %d. Rotation in degrees.\n\n"
                        .formatted(GridWindows.SIDE, GridWindows.STEP)
                + windows;
        if (pairs.isEmpty()) {
            return text;
        }
        MarkdownTable agreement = GridAgreement.table();
        pairs.forEach(agreement::row);
        return text
                + "\nGrids of images of the same pixels: two bands, or two processings of one acquisition. Difference "
                + "of the rotation in degrees, and distance of the grids at the centre of the image.\n\n"
                + agreement;
    }

    private static GridImage image(String name, RealWindow window) {
        SceneGrid scene = window.scene();
        double[] values = Arrays.stream(window.numbers()).asDoubleStream().toArray();
        boolean[] valid = new boolean[values.length];
        Arrays.fill(valid, true);
        return new GridImage(
                name,
                new ThermalImage(
                        scene.rows(),
                        scene.columns(),
                        values,
                        valid,
                        scene.east(-0.5),
                        scene.north(-0.5),
                        SceneGrid.PIXEL_METRES),
                window.rotationPrior());
    }

    private static List<String> row(GridImage image, Recovery.Resolved resolved) {
        GridQuality quality = resolved.quality();
        GridGeometry geometry = resolved.samples().grid().geometry();
        return List.of(
                image.name(),
                size(image.image()),
                "%.2f".formatted(quality.residual()),
                "%.2f".formatted(quality.holdoutError()),
                "%.1f".formatted(quality.wrongGrid()),
                "%.3f (orbit %.2f)".formatted(geometry.rotationDegrees(), image.rotationPrior()),
                "%.2f m".formatted(geometry.acrossMetres()),
                "%.2f m".formatted(geometry.alongMetres()),
                "%.4f".formatted(geometry.shear()));
    }

    private static List<String> row(GridImage image, Recovery.Unresolved unresolved) {
        return List.of(
                image.name() + ": unresolved, " + unresolved.reason(), size(image.image()), "", "", "", "", "", "", "");
    }

    private static String size(ThermalImage image) {
        return "%d x %d".formatted(image.columns(), image.rows());
    }
}
