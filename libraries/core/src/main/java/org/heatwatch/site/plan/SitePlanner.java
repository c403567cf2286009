package org.heatwatch.site.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.errors.BadOutlines;
import org.heatwatch.landsat.SceneCoverage;
import org.heatwatch.site.Role;
import org.heatwatch.site.SiteFile;
import org.heatwatch.site.UtmProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Makes the definition of a new site from a position: its bounds, its zone, and every path and row that shows it, and
 * from a file of building outlines its features.
 */
public final class SitePlanner {
    private static final String OUTLINE_ID = "outline";

    private final SiteRequest request;
    private final SiteArea area;
    private final SiteIds ids = new SiteIds();
    private final List<ObjectNode> features = new ArrayList<>();

    /**
     * Finds the area of a site.
     *
     * @throws BadOutlines if Landsat does not show it, or it is too large
     */
    public SitePlanner(SiteRequest request) {
        this.request = request;
        this.area = SiteArea.of(request);
        features.add(outlineFeature());
    }

    /** The bounds of the site in degrees: outlines outside them are not needed. */
    public Envelope area() {
        return area.bounds().envelope();
    }

    /** The site without buildings: only heat sources are searched in it. */
    public PlannedSite withoutBuildings() {
        return planned(Optional.empty());
    }

    /** The site with the buildings of a file. */
    public PlannedSite withBuildings(OutlineFile file) {
        UtmProjection utm = area.utm();
        BuildingSelection selection = new BuildingSelection(file.outlines(), utm);
        PreparedGeometry inside = PreparedGeometryFactory.prepare(utm.toUtm(area.outline()));
        int facilities = 0;
        for (BuildingSelection.Building building : selection.buildings()) {
            boolean isFacility = inside.contains(building.utm().getInteriorPoint());
            facilities += isFacility ? 1 : 0;
            features.add(FeatureText.of(building, isFacility ? Role.FACILITY : Role.BUILDING, file, ids));
        }
        return planned(Optional.of(
                selection.report(file, facilities, selection.buildings().size() - facilities)));
    }

    private PlannedSite planned(Optional<ImportReport> imported) {
        String text = new SiteText(request, siteId(), area).of(features);
        return new PlannedSite(text, SiteFile.parse(text, request.name()), area.scenes(), imported);
    }

    private String siteId() {
        return request.id().orElseGet(() -> {
            String slug = SiteIds.slug(request.name());
            Coordinate centre = area.bounds().centre();
            return slug.isEmpty() ? SiteIds.slug("site-" + SiteIds.position(centre.x, centre.y)) : slug;
        });
    }

    private ObjectNode outlineFeature() {
        Geometry rounded = WrittenOutline.rounded(area.outline())
                .orElseThrow(() -> new BadOutlines(request.name(), "its outline has no area", "draw a polygon"));
        String source = request.outline().isPresent()
                ? request.outlineSource()
                : String.format(
                        Locale.ROOT,
                        "circle of %.1f km around %s",
                        request.radiusMetres() / 1000,
                        SiteIds.position(request.longitude(), request.latitude()));
        return FeatureText.of(ids.unique(OUTLINE_ID), "Outline of " + request.name(), Role.SITE, source, 0, rounded);
    }

    /** The scenes that the definition lists: those that are covered, and those at the edge if no other is. */
    static List<SceneCoverage> watched(List<SceneCoverage> scenes, boolean byDay) {
        List<SceneCoverage> some =
                scenes.stream().filter(scene -> scene.byDay() == byDay).toList();
        List<SceneCoverage> covered =
                some.stream().filter(SceneCoverage::isCovered).toList();
        return covered.isEmpty() ? some : covered;
    }
}
