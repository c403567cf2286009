package org.heatwatch.score;

import java.util.stream.IntStream;
import org.heatwatch.clip.Clip;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Site;
import org.heatwatch.site.UtmProjection;
import org.locationtech.jts.geom.Coordinate;

/**
 * Expresses sampling grids in another UTM zone. Products of a site near the border of two zones may be in either; grids
 * and samples are recovered in the zone of the product and recorded in that of the site.
 *
 * <p>A grid is transferred by the affine map that touches the change of zones at the grid's origin, so the result is a
 * grid again. At the border of two zones this displaces samples by less than 1 m within 10 km of the origin.
 */
public final class ZoneTransfer {
    /** Distance for the derivatives of the change of zones, in metres. */
    private static final double STEP_METRES = 100;

    private ZoneTransfer() {}

    /** Recovers the samples of a clip, with positions in the zone of the site. */
    public static Recovery recover(Clip clip, Site site) {
        Recovery recovery = GridRecovery.recover(clip.image(), GridPriors.of(clip, site));
        if (clip.grid().epsg() == site.utm().epsg() || !(recovery instanceof Recovery.Resolved resolved)) {
            return recovery;
        }
        NativeSamples samples = resolved.samples();
        SamplingGrid grid =
                transferred(samples.grid(), UtmProjection.ofEpsg(clip.grid().epsg()), site.utm());
        return new Recovery.Resolved(
                NativeSamples.of(
                        grid,
                        samples.residual(),
                        IntStream.range(0, samples.count()).map(samples::across).toArray(),
                        IntStream.range(0, samples.count()).map(samples::along).toArray(),
                        IntStream.range(0, samples.count())
                                .mapToDouble(samples::value)
                                .toArray()),
                resolved.quality(),
                resolved.residuals());
    }

    /** The grid in another zone, with the same indices and phases. */
    static SamplingGrid transferred(SamplingGrid grid, UtmProjection from, UtmProjection to) {
        double east = grid.originEast();
        double north = grid.originNorth();
        Coordinate origin = moved(east, north, from, to);
        // Axes of the grid in metres east and south per metre along the axis, as in the model of SamplingGrid.
        double rotation = Math.toRadians(grid.geometry().rotationDegrees());
        double[] across = direction(Math.cos(rotation), Math.sin(rotation), east, north, from, to);
        double shear = grid.geometry().shear();
        double[] along = direction(
                -Math.sin(rotation) - shear * Math.cos(rotation),
                Math.cos(rotation) - shear * Math.sin(rotation),
                east,
                north,
                from,
                to);
        double angle = Math.atan2(across[1], across[0]);
        double parallel = along[0] * Math.cos(angle) + along[1] * Math.sin(angle);
        double perpendicular = along[1] * Math.cos(angle) - along[0] * Math.sin(angle);
        return new SamplingGrid(
                new GridGeometry(
                        Math.toDegrees(angle),
                        grid.geometry().acrossMetres() * Math.hypot(across[0], across[1]),
                        grid.geometry().alongMetres() * perpendicular,
                        -parallel / perpendicular),
                grid.phaseAcross(),
                grid.phaseAlong(),
                origin.x,
                origin.y);
    }

    /** Derivative of the change of zones along a direction, both as metres east and south. */
    private static double[] direction(
            double toEast, double toSouth, double east, double north, UtmProjection from, UtmProjection to) {
        Coordinate before = moved(east - STEP_METRES * toEast, north + STEP_METRES * toSouth, from, to);
        Coordinate after = moved(east + STEP_METRES * toEast, north - STEP_METRES * toSouth, from, to);
        return new double[] {(after.x - before.x) / (2 * STEP_METRES), (before.y - after.y) / (2 * STEP_METRES)};
    }

    private static Coordinate moved(double east, double north, UtmProjection from, UtmProjection to) {
        Coordinate lonLat = from.toLonLat(east, north);
        return to.toUtm(lonLat.x, lonLat.y);
    }
}
