package org.heatwatch.cli;

import org.heatwatch.api.PublishedSite;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.PassReport;

/** Finds the pass that a person names. */
final class Passes {
    private Passes() {}

    static PassReport find(PublishedSite published, String id) {
        Acquisition acquisition;
        try {
            acquisition = Acquisition.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + "; `heatwatch scenes` lists those that are recorded");
        }
        return published
                .pass(acquisition)
                .orElseThrow(
                        () -> new CommandFailure("%s: is not recorded for site %s; `heatwatch scenes` lists what is"
                                .formatted(id, published.site().id())));
    }
}
