package org.heatwatch.cli.report;

import java.util.List;
import org.heatwatch.clip.Clip;
import org.heatwatch.sampling.GridQuality;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.SamplingGrid;
import org.jspecify.annotations.Nullable;

/** A sampling grid as JSON; unknown values are null. Kelvin are brightness temperature at the median of the clip. */
public record SamplingGridReport(
        boolean resolved,
        @Nullable String reason,
        @Nullable Double rotationDegrees,
        @Nullable List<Double> spacingMetres,
        @Nullable Double shear,
        @Nullable List<Double> phase,
        @Nullable Double residualKelvin,
        @Nullable Double holdoutKelvin,
        @Nullable Double wrongGridKelvin) {

    /** The report of a recovery. */
    public static SamplingGridReport of(Recovery recovery, Clip clip) {
        double kelvinPerCount = clip.kelvinPerCount();
        return switch (recovery) {
            case Recovery.Resolved resolved -> {
                SamplingGrid grid = resolved.samples().grid();
                GridQuality quality = resolved.quality();
                yield new SamplingGridReport(
                        true,
                        null,
                        grid.geometry().rotationDegrees(),
                        List.of(grid.geometry().acrossMetres(), grid.geometry().alongMetres()),
                        grid.geometry().shear(),
                        List.of(grid.phaseAcross(), grid.phaseAlong()),
                        quality.residual() * kelvinPerCount,
                        quality.holdoutError() * kelvinPerCount,
                        quality.wrongGrid() * kelvinPerCount);
            }
            case Recovery.Unresolved(var reason, var quality) ->
                new SamplingGridReport(
                        false,
                        reason,
                        null,
                        null,
                        null,
                        null,
                        finite(quality.map(GridQuality::residual).orElse(Double.NaN) * kelvinPerCount),
                        finite(quality.map(GridQuality::holdoutError).orElse(Double.NaN) * kelvinPerCount),
                        finite(quality.map(GridQuality::wrongGrid).orElse(Double.NaN) * kelvinPerCount));
        };
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
