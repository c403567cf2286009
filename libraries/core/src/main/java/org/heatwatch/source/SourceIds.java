package org.heatwatch.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Coordinate;

/**
 * Ids of sources: a source that lies within 60 m of one of an earlier report keeps its id, the nearest pair first; a
 * new
 * one is named by its coordinates in units of 0.0001 degrees.
 */
final class SourceIds {
    private SourceIds() {}

    private record Pair(int source, HeatSource known, double metres) {}

    /** One id for each source, in their order. */
    static List<String> of(List<LocatedSource> sources, List<HeatSource> known, Site site) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            for (HeatSource earlier : known) {
                Coordinate at = site.utm().toUtm(earlier.longitude(), earlier.latitude());
                double metres = sources.get(i).distance(at.x, at.y);
                if (metres <= SearchWindows.SAME_METRES) {
                    pairs.add(new Pair(i, earlier, metres));
                }
            }
        }
        pairs.sort((a, b) -> Double.compare(a.metres(), b.metres()));
        String[] ids = new String[sources.size()];
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (ids[pair.source()] == null && taken.add(pair.known().id())) {
                ids[pair.source()] = pair.known().id();
            }
        }
        known.forEach(earlier -> taken.add(earlier.id()));
        List<String> result = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            result.add(ids[i] != null ? ids[i] : unused(sources.get(i), site, taken));
        }
        return List.copyOf(result);
    }

    private static String unused(LocatedSource source, Site site, Set<String> taken) {
        Coordinate at = site.utm().toLonLat(source.east(), source.north());
        String name = String.format(Locale.ROOT, "source-%s-%s", units(at.y, 'n', 's'), units(at.x, 'e', 'w'));
        String id = name;
        for (int copy = 2; !taken.add(id); copy++) {
            id = name + "-" + copy;
        }
        return id;
    }

    private static String units(double degrees, char positive, char negative) {
        long units = Math.round(Math.abs(degrees) * 1e4);
        return (degrees < 0 ? negative : positive) + Long.toString(units);
    }
}
