package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The method of an analyst with a geographic information system: mean brightness temperature in the outline, with
 * pixels weighted by their area inside it, minus the median of the pixels 150-450 m away that lie in no outline.
 */
final class ZonalMean implements PerSceneMethod.Measure {
    private static final double RING_FROM_METRES = 150;
    private static final double RING_TO_METRES = 450;
    private static final double SMALLEST_VISIBLE_SHARE = 0.8;
    private static final int FEWEST_RING_PIXELS = 50;
    private static final double HALF_PIXEL_METRES = 15;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Pixels inside and around one facility. */
    private static final class Zone {
        private final Map<Integer, Double> inside = new LinkedHashMap<>();
        private final List<Integer> ring = new ArrayList<>();
    }

    private final Map<String, Zone> zones;

    private ZonalMean(Map<String, Zone> zones) {
        this.zones = zones;
    }

    static ZonalMean learn(SimulatedArchive archive, List<ArchiveScene> referenceScenes) {
        Map<String, Zone> zones = new LinkedHashMap<>();
        for (Feature facility : archive.site().features(Role.FACILITY)) {
            zones.put(
                    facility.id(),
                    zone(facility, archive.site(), referenceScenes.getFirst().image()));
        }
        return new ZonalMean(zones);
    }

    private static Zone zone(Feature facility, Site site, DeliveredImage pixels) {
        Geometry outline = facility.footprint().utm();
        Zone zone = new Zone();
        for (int i = 0; i < pixels.size(); i++) {
            double east = pixels.east(i);
            double north = pixels.north(i);
            Envelope square = new Envelope(
                    east - HALF_PIXEL_METRES,
                    east + HALF_PIXEL_METRES,
                    north - HALF_PIXEL_METRES,
                    north + HALF_PIXEL_METRES);
            if (square.intersects(outline.getEnvelopeInternal())) {
                double area = outline.intersection(FACTORY.toGeometry(square)).getArea();
                if (area > 0) {
                    zone.inside.put(i, area);
                }
            }
            if (isInRing(FACTORY.createPoint(square.centre()), outline, site)) {
                zone.ring.add(i);
            }
        }
        return zone;
    }

    private static boolean isInRing(Point centre, Geometry outline, Site site) {
        double distance = outline.distance(centre);
        return distance >= RING_FROM_METRES
                && distance <= RING_TO_METRES
                && site.features().stream()
                        .noneMatch(feature -> feature.footprint().utm().contains(centre));
    }

    @Override
    public Map<String, Double> of(ArchiveScene scene) {
        Map<String, Double> differences = new LinkedHashMap<>();
        zones.forEach((facility, zone) -> {
            double difference = difference(scene, zone);
            if (!Double.isNaN(difference)) {
                differences.put(facility, difference);
            }
        });
        return differences;
    }

    private static double difference(ArchiveScene scene, Zone zone) {
        DeliveredImage image = scene.image();
        ThermalRadiometry radiometry = scene.sampled().scene().radiometry();
        double[] whole = new double[1];
        double[] seen = new double[1];
        double[] sum = new double[1];
        zone.inside.forEach((pixel, area) -> {
            whole[0] += area;
            if (image.isValid(pixel)) {
                seen[0] += area;
                sum[0] += area * radiometry.brightnessTemperature(image.radiance(pixel));
            }
        });
        double[] ring = zone.ring.stream()
                .filter(image::isValid)
                .mapToDouble(pixel -> radiometry.brightnessTemperature(image.radiance(pixel)))
                .toArray();
        if (seen[0] < SMALLEST_VISIBLE_SHARE * whole[0] || ring.length < FEWEST_RING_PIXELS) {
            return Double.NaN;
        }
        Arrays.sort(ring);
        return sum[0] / seen[0] - ring[ring.length / 2];
    }
}
