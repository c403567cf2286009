package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.heatwatch.sampling.GridCandidate;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.ThermalImage;

/**
 * Grids of separate windows of one image, each recovered from the orbit alone: they must agree.
 *
 * @param windows the best grid of each window without a masked pixel, whether or not it is accepted
 */
record GridWindows(List<GridCandidate> windows) {
    /** Side of a window in pixels. */
    static final int SIDE = 40;

    /** Distance of the windows of a large image, so that they share no pixel and are not too many. */
    static final int STEP = 110;

    /** Residual in counts of a window whose grid is known well. */
    static final double GOOD_COUNTS = 5;

    private static final int LARGE_PIXELS = 400;
    private static final double HOLDOUT_SHARE = 0.2;

    GridWindows {
        windows = List.copyOf(windows);
    }

    static GridWindows of(GridImage image) {
        ThermalImage all = image.image();
        int step = Math.max(all.rows(), all.columns()) > LARGE_PIXELS ? STEP : SIDE;
        GridPrior orbit = GridPrior.ofOrbit(image.rotationPrior());
        List<GridCandidate> windows = new ArrayList<>();
        for (int row = 0; row + SIDE <= all.rows(); row += step) {
            for (int column = 0; column + SIDE <= all.columns(); column += step) {
                ThermalImage window = all.part(row, column, SIDE, SIDE);
                Optional<GridCandidate> found = window.validCount() < window.size()
                        ? Optional.empty()
                        : GridRecovery.candidate(window, orbit, HOLDOUT_SHARE);
                found.ifPresent(windows::add);
            }
        }
        return new GridWindows(windows);
    }

    int accepted() {
        return (int) windows.stream().filter(w -> w.objections().isEmpty()).count();
    }

    /** Number of windows with a residual below {@link #GOOD_COUNTS}. */
    int good() {
        return (int) windows.stream()
                .filter(w -> w.quality().residual() < GOOD_COUNTS)
                .count();
    }

    /** Quantile of the residual in counts. */
    double residual(double share) {
        return quantile(w -> w.quality().residual(), share);
    }

    /** Quantile of a property of the geometry. */
    double geometry(ToDoubleFunction<GridGeometry> property, double share) {
        return quantile(w -> property.applyAsDouble(w.samples().grid().geometry()), share);
    }

    private double quantile(ToDoubleFunction<GridCandidate> property, double share) {
        double[] sorted = windows.stream().mapToDouble(property).sorted().toArray();
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Rows of a table: an image and its windows. */
    static MarkdownTable table() {
        return new MarkdownTable(List.of(
                "image",
                "windows",
                "accepted",
                "below 5 counts",
                "residual, 10 / 50 / 90 %",
                "rotation (16-84 %)",
                "across (16-84 %)",
                "along (16-84 %)"));
    }

    List<String> row(String name) {
        return List.of(
                name,
                "%d".formatted(windows.size()),
                "%d".formatted(accepted()),
                "%d".formatted(good()),
                "%.1f / %.1f / %.1f".formatted(residual(0.1), residual(0.5), residual(0.9)),
                range("%.2f (%.2f-%.2f)", GridGeometry::rotationDegrees),
                range("%.1f m (%.1f-%.1f)", GridGeometry::acrossMetres),
                range("%.1f m (%.1f-%.1f)", GridGeometry::alongMetres));
    }

    private String range(String format, ToDoubleFunction<GridGeometry> property) {
        return format.formatted(geometry(property, 0.5), geometry(property, 0.16), geometry(property, 0.84));
    }
}
