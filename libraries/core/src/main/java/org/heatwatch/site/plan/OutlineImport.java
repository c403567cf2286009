package org.heatwatch.site.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Features that a file of outlines adds to an existing site.
 *
 * @param features GeoJSON features, none of which has the id or the place of a feature of the site
 * @param known number of buildings that the site has already
 * @param report what became of the file
 */
public record OutlineImport(List<ObjectNode> features, int known, ImportReport report) {

    public OutlineImport {
        features = List.copyOf(features);
    }

    /**
     * Selects buildings as {@link SitePlanner} does: facilities inside the outlines of the site, or everywhere if it
     * has none, neighbours in the rest of its bounds.
     *
     * @param file read with the bounds of the site as its area
     */
    public static OutlineImport into(Site site, OutlineFile file) {
        BuildingSelection selection = new BuildingSelection(file.outlines(), site.utm());
        List<Geometry> outlines = site.features(Role.SITE).stream()
                .map(feature -> feature.footprint().utm())
                .toList();
        PreparedGeometry inside = PreparedGeometryFactory.prepare(
                new GeometryFactory().buildGeometry(outlines).union());
        STRtree existing = new STRtree();
        SiteIds ids = new SiteIds();
        for (Feature feature : site.features()) {
            ids.unique(feature.id());
            if (feature.role() != Role.SITE) {
                existing.insert(feature.footprint().utm().getEnvelopeInternal(), feature);
            }
        }
        List<ObjectNode> features = new ArrayList<>();
        int facilities = 0;
        for (BuildingSelection.Building building : selection.buildings()) {
            if (isKnown(site, existing, building)) {
                continue;
            }
            boolean isFacility =
                    outlines.isEmpty() || inside.contains(building.utm().getInteriorPoint());
            facilities += isFacility ? 1 : 0;
            features.add(FeatureText.of(building, isFacility ? Role.FACILITY : Role.BUILDING, file, ids));
        }
        return new OutlineImport(
                features,
                selection.buildings().size() - features.size(),
                selection.report(file, facilities, features.size() - facilities));
    }

    private static boolean isKnown(Site site, STRtree existing, BuildingSelection.Building building) {
        if (site.feature(FeatureText.id(building)).isPresent()) {
            return true;
        }
        for (Object item : existing.query(building.utm().getEnvelopeInternal())) {
            if (BuildingSelection.areSame(
                    building.utm(), ((Feature) item).footprint().utm())) {
                return true;
            }
        }
        return false;
    }

    /** One sentence for each number that is not zero. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>(report.sentences());
        if (known > 0) {
            sentences.add(known + " that the site has already: left out");
        }
        return List.copyOf(sentences);
    }
}
