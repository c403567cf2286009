package org.heatwatch.validation;

import java.util.List;

/** A method that finds places with heat on delivered 30 m pixels, as an analyst would write it. */
enum PixelFinder {
    /** Local maxima of the difference of mean images. */
    DIFFERENCE("mean difference, local maxima", 3) {
        @Override
        PlaceSequence find(PixelSeries series) {
            return DifferencePeaks.find(series);
        }
    },
    /** Sparse non-negative deconvolution of the difference of mean images. */
    DECONVOLUTION("mean difference, sparse non-negative deconvolution", 2.1) {
        @Override
        PlaceSequence find(PixelSeries series) {
            return SparseDeconvolution.find(series);
        }
    },
    /** Matched filter on a seasonal regression, whitened by the spectrum of its residuals. */
    MATCHED_FILTER("seasonal regression, whitened matched filter, joint fit", 4.5) {
        @Override
        PlaceSequence find(PixelSeries series) {
            return SpectralMatchedFilter.find(series);
        }
    };

    private final String title;
    private final double threshold;

    PixelFinder(String title, double threshold) {
        this.title = title;
        this.threshold = threshold;
    }

    /** Title in tables. */
    String title() {
        return title;
    }

    /** The usual threshold. */
    double threshold() {
        return threshold;
    }

    /** Results for all thresholds that are not far below the usual one. */
    abstract PlaceSequence find(PixelSeries series);

    /** Results on the scenes of the reference period and of the recent period of an archive. */
    PlaceSequence find(LayoutArchive archive) {
        List<ArchiveScene> scenes = archive.scenes().stream()
                .filter(scene -> !scene.group().equals(LayoutPlan.MIDDLE))
                .toList();
        return find(PixelSeries.of(scenes, scene -> scene.group().equals(LayoutPlan.RECENT)));
    }
}
