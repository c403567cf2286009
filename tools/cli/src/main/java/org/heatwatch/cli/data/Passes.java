package org.heatwatch.cli.data;

import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.PassReport;

/** Finds a pass by the acquisition that the user gives. */
public final class Passes {
    private Passes() {}

    /** The pass of an acquisition such as {@code LC08_116034_20251104}. */
    public static PassReport find(PublishedSite published, String id) {
        Acquisition acquisition;
        try {
            acquisition = Acquisition.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + "; `heatwatch scenes` lists the recorded acquisitions");
        }
        return published
                .pass(acquisition)
                .orElseThrow(() -> new CommandFailure(
                        "%s: is not recorded for site %s; `heatwatch scenes` lists the recorded acquisitions"
                                .formatted(id, published.site().id())));
    }
}
