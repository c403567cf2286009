package org.heatwatch.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.source.CompositeMap;
import org.heatwatch.source.SiteSources;

/** Reads the published history of a site through its manifest. */
public final class PublishedHistory {
    private final PartReader reader;
    private final Manifest manifest;

    /** Reads the parts that a manifest lists. */
    public PublishedHistory(PartReader reader, Manifest manifest) {
        this.reader = reader;
        this.manifest = manifest;
    }

    /** All observations of a facility, in order of acquisition; empty for an unknown facility. */
    public List<PublishedObservation> observations(String facilityId) {
        return observations(facilityId, Years.ALL);
    }

    /** Observations of a facility in a range of years, in order of acquisition. */
    public List<PublishedObservation> observations(String facilityId, Years years) {
        return years(facilityId, years).stream()
                .flatMap(year -> year.observations().stream())
                .toList();
    }

    /** All changes of a facility's state, in order. */
    public List<StateChange> changes(String facilityId) {
        return years(facilityId, Years.ALL).stream()
                .flatMap(year -> year.changes().stream())
                .toList();
    }

    private List<FacilityYear> years(String facilityId, Years years) {
        String of = PartKey.facility(facilityId);
        return parts(key -> key.of().equals(of) && years.contains(key.year()), FacilityYear.class);
    }

    /** All passes, in order of acquisition. */
    public List<PassReport> passes() {
        return passes(Years.ALL);
    }

    /** The passes of a range of years, in order of acquisition: one scene for each overpass. */
    public List<PassReport> passes(Years years) {
        return scenes(years).stream().filter(PassReport::isUsed).toList();
    }

    /** The recorded scenes of a range of years, in order of acquisition, including those that are not used. */
    public List<PassReport> scenes(Years years) {
        return parts(key -> key.of().equals(PartKey.PASSES) && years.contains(key.year()), PassReport[].class).stream()
                .flatMap(ofYear -> List.of(ofYear).stream())
                .toList();
    }

    /** Residual map of a pass; empty if the pass is unknown or could not be aligned to a background model. */
    public Optional<PassMap> map(Acquisition acquisition) {
        String of = PartKey.map(acquisition.id());
        return parts(key -> key.of().equals(of), PassMap.class).stream().findFirst();
    }

    /** Subjects of the published residual maps, as {@link PartKey#map} names them. */
    public Set<String> maps() {
        return manifest.parts().stream()
                .map(PartKey::of)
                .filter(of -> of.startsWith(PartKey.map("")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Heat sources of the site; empty if they could not be searched for, or were published by older code. */
    public Optional<SiteSources> sources() {
        return parts(key -> key.of().equals(PartKey.SOURCES), SiteSources.class).stream()
                .findFirst();
    }

    /** All observations of a heat source, in order of acquisition; empty for an unknown source. */
    public List<PublishedObservation> sourceObservations(String sourceId) {
        return sourceYears(sourceId).stream()
                .flatMap(year -> year.observations().stream())
                .toList();
    }

    /** All changes of the state of a heat source, in order. */
    public List<StateChange> sourceChanges(String sourceId) {
        return sourceYears(sourceId).stream()
                .flatMap(year -> year.changes().stream())
                .toList();
    }

    private List<FacilityYear> sourceYears(String sourceId) {
        String of = PartKey.source(sourceId);
        return parts(key -> key.of().equals(of), FacilityYear.class);
    }

    /**
     * The composite in which the heat sources were found, rounded to 0.002 K; empty if there is none.
     *
     * <p>Its period ends with the last scene.
     */
    public Optional<CompositeMap> composite() {
        return parts(PartKey::isComposite, PublishedComposite.class).stream()
                .findFirst()
                .map(PublishedComposite::map);
    }

    private <T> List<T> parts(Predicate<PartKey> wanted, Class<T> type) {
        return reader.read(
                manifest.siteId(), manifest.parts().stream().filter(wanted).toList(), type);
    }
}
