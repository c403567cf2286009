package org.heatwatch.cli.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.heatwatch.text.Suggestions;

/** Finds a facility, control or reference parcel by the id or name that the user gives. */
public final class Facilities {
    private Facilities() {}

    /**
     * The feature with an id, or else with a name; upper and lower case of a name count as the same.
     *
     * @throws CommandFailure if there is none, or several have the name
     */
    public static Feature find(Site site, String idOrName) {
        List<Feature> scored = site.features().stream()
                .filter(feature -> feature.role().isScored())
                .toList();
        Optional<Feature> byId =
                scored.stream().filter(feature -> feature.id().equals(idOrName)).findFirst();
        if (byId.isPresent()) {
            return byId.get();
        }
        List<Feature> named = scored.stream()
                .filter(feature -> feature.name().equalsIgnoreCase(idOrName.strip()))
                .toList();
        if (named.size() > 1) {
            throw new CommandFailure("%s: site %s has %d features of this name; give an id: %s"
                    .formatted(
                            idOrName,
                            site.id(),
                            named.size(),
                            String.join(", ", named.stream().map(Feature::id).toList())));
        }
        if (named.isEmpty()) {
            throw new CommandFailure("%s: site %s has no facility, control or reference parcel of this id or name; %s"
                    .formatted(idOrName, site.id(), advice(idOrName, scored)));
        }
        return named.getFirst();
    }

    private static String advice(String idOrName, List<Feature> scored) {
        List<String> words = scored.stream()
                .flatMap(feature -> Stream.of(feature.id(), feature.name()))
                .toList();
        return Suggestions.nearest(idOrName, words)
                .map(near -> near.contains(" ")
                        ? "did you mean \"%s\"?".formatted(near)
                        : "did you mean %s?".formatted(near))
                .orElse("`heatwatch history` without a facility lists them");
    }
}
