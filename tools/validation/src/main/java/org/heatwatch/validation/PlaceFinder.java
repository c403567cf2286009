package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.List;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;

/** A method that finds places with heat from native samples and a site definition. Implementations are thread-safe. */
@FunctionalInterface
public interface PlaceFinder {
    /**
     * Finds the places that were warmer between two days, inclusive, than in the reference period of the site.
     *
     * @param scenes all scenes of the site
     * @return places in any order
     */
    List<FoundPlace> find(List<SampledScene> scenes, Site site, LocalDate from, LocalDate to);
}
