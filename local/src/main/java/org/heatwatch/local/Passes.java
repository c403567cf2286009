package org.heatwatch.local;

import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;

/** Finds the pass that a person names. */
final class Passes {
    private Passes() {}

    static SceneCheck find(SiteHistory history, String id) {
        Acquisition acquisition;
        try {
            acquisition = Acquisition.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + "; `heatwatch scenes` lists those that are recorded");
        }
        return history.scenes().stream()
                .filter(scene -> scene.product().acquisition().equals(acquisition))
                .findFirst()
                .orElseThrow(
                        () -> new CommandFailure("%s: is not recorded for site %s; `heatwatch scenes` lists what is"
                                .formatted(id, history.siteId())));
    }
}
