package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.sampling.ThermalImage;

/** Comparison of the grids of images of the same pixels: two bands, or two processings of one acquisition. */
final class GridAgreement {
    private GridAgreement() {}

    /**
     * An image and its grid.
     *
     * @param image with its name
     * @param grid the best one, about the centre of the image
     */
    record Found(GridImage image, SamplingGrid grid) {}

    static List<List<String>> rows(List<Found> found) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (Found other : found.subList(i + 1, found.size())) {
                if (coversSame(found.get(i).image().image(), other.image().image())) {
                    rows.add(row(found.get(i), other));
                }
            }
        }
        return rows;
    }

    static MarkdownTable table() {
        return new MarkdownTable(List.of("images", "rotation", "position across", "position along"));
    }

    private static boolean coversSame(ThermalImage one, ThermalImage other) {
        return one.rows() == other.rows()
                && one.columns() == other.columns()
                && one.west() == other.west()
                && one.north() == other.north();
    }

    private static List<String> row(Found one, Found other) {
        ThermalImage image = one.image().image();
        double[] first = one.grid().indexOf(image.centreEast(), image.centreNorth());
        double[] second = other.grid().indexOf(image.centreEast(), image.centreNorth());
        return List.of(
                one.image().name() + "; " + other.image().name(),
                "%+.3f"
                        .formatted(other.grid().geometry().rotationDegrees()
                                - one.grid().geometry().rotationDegrees()),
                "%.1f m"
                        .formatted(circular(second[0] - first[0])
                                * one.grid().geometry().acrossMetres()),
                "%.1f m"
                        .formatted(circular(second[1] - first[1])
                                * one.grid().geometry().alongMetres()));
    }

    private static double circular(double difference) {
        return Math.abs(difference - Math.rint(difference));
    }
}
