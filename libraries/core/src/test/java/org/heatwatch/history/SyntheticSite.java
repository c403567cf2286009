package org.heatwatch.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.ReferencePeriod;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Sixteen buildings on a lattice: three facilities, a control and twelve reference parcels. */
final class SyntheticSite {
    static final double EAST = 310_000;
    static final double NORTH = 4_200_000;
    static final double HALF_SIDE = 32;

    private static final double SPACING = 230;
    private static final int COLUMNS = 4;

    /** Reference period from 2016 on, without any facility running. */
    static final ReferencePeriod REFERENCE_PERIOD =
            new ReferencePeriod(LocalDate.of(2016, 1, 1), LocalDate.of(2017, 12, 31), 1);

    static final Site SITE = of(List.of(REFERENCE_PERIOD), feature -> feature);

    private SyntheticSite() {}

    /** The site with other reference periods and other features. */
    static Site of(List<ReferencePeriod> periods, UnaryOperator<Feature> change) {
        Site frame = SiteFile.parse("""
                {"type": "FeatureCollection", "id": "lattice", "name": "Lattice", "utmZone": 32652,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95],
                 "reference": [], "features": []}
                """, "lattice.geojson");
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < COLUMNS * COLUMNS; i++) {
            features.add(change.apply(feature(i)));
        }
        return new Site(
                frame.id(), frame.presentation(), frame.utm(), frame.scenes(), periods, frame.bounds(), features);
    }

    private static Feature feature(int i) {
        double east = EAST + (i % COLUMNS - 1.5) * SPACING;
        double north = NORTH + (Math.floorDiv(i, COLUMNS) - 1.5) * SPACING;
        Geometry outline = new GeometryFactory()
                .toGeometry(new Envelope(east - HALF_SIDE, east + HALF_SIDE, north - HALF_SIDE, north + HALF_SIDE));
        // The facilities and the control stand in the middle, each among reference parcels.
        return switch (i) {
            case 5, 6, 9 -> feature("facility-" + i, Role.FACILITY, outline, 5);
            case 10 -> feature("control", Role.CONTROL, outline, 5);
            default -> feature("parcel-" + i, Role.REFERENCE, outline, 5);
        };
    }

    static Feature feature(String id, Role role, Geometry outline, double accuracyMetres) {
        return new Feature(
                id,
                id,
                role,
                new Footprint(outline, outline),
                Optional.empty(),
                List.of(),
                "drawn",
                accuracyMetres,
                /* verified= */ true,
                Optional.empty());
    }

    static Point middle(Feature feature) {
        return feature.footprint().utm().getCentroid();
    }
}
