package org.heatwatch.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;

/** A history cut into parts by facility and year, so that a new look rewrites no more than its year. */
public record Publication(Manifest manifest, Map<PartKey, byte[]> parts) {

    /**
     * A history as it is published: its facilities and controls, and its passes.
     *
     * @param readings the scenes that it was told from ({@link SceneRecord#reading()})
     * @param run names the run that told it
     */
    public static Publication of(SiteDefinition definition, SiteHistory history, List<String> readings, String run) {
        Site site = definition.site();
        Map<PartKey, byte[]> parts = new LinkedHashMap<>();
        List<Standing> standings = new ArrayList<>();
        for (RoofHistory roof : history.roofs()) {
            Role role = roof.feature().role();
            if (role == Role.FACILITY || role == Role.CONTROL) {
                List<Observation> observations = Observation.of(roof);
                standings.add(Standing.of(roof, observations));
                put(parts, PartKey.facility(roof.feature().id()), observations, Observation::year);
            }
        }
        put(
                parts,
                PartKey.PASSES,
                history.scenes().stream()
                        .map(scene -> PassReport.of(scene, site))
                        .toList(),
                pass -> Acquisition.parse(pass.acquisition()).date().getYear());
        Manifest manifest = new Manifest(
                definition.siteId(),
                definition.version(),
                CodeVersion.current(),
                history.asOf().toString(),
                run,
                site.presentation().simulated(),
                standings,
                readings,
                List.copyOf(parts.keySet()));
        return new Publication(manifest, parts);
    }

    private static <T> void put(Map<PartKey, byte[]> parts, String of, List<T> rows, ToIntFunction<T> year) {
        SortedMap<Integer, List<T>> byYear =
                rows.stream().collect(Collectors.groupingBy(year::applyAsInt, TreeMap::new, Collectors.toList()));
        byYear.forEach((its, ofYear) -> {
            parts.put(new PartKey(of, its, PackedJson.digest(ofYear)), PackedJson.pack(ofYear));
        });
    }
}
