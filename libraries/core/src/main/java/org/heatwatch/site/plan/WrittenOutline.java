package org.heatwatch.site.plan;

import java.util.Optional;
import org.heatwatch.site.RingOrientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Outlines in the precision of site files: seven decimals of a degree, about a centimetre. */
final class WrittenOutline {
    private static final PrecisionModel SEVEN_DECIMALS = new PrecisionModel(1e7);

    private WrittenOutline() {}

    /** A valid outline with rounded corners; empty if nothing with an area remains. */
    static Optional<Geometry> rounded(Geometry lonLat) {
        Geometry reduced = GeometryPrecisionReducer.reduce(lonLat, SEVEN_DECIMALS);
        return reduced instanceof Polygonal && !reduced.isEmpty()
                ? Optional.of(RingOrientation.turned(reduced))
                : Optional.empty();
    }
}
