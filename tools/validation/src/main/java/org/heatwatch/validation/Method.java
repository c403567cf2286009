package org.heatwatch.validation;

import java.util.List;
import java.util.Map;

/** A way to tell from the scenes of an archive which facilities are on. */
public interface Method {
    /** As tables call it. */
    String name();

    /**
     * Learns what idle looks like.
     *
     * @param archive for what does not change: the site, and whatever else this method is allowed to know
     * @param dormant the scenes to learn from
     */
    Fitted fit(SimulatedArchive archive, List<ArchiveScene> dormant);

    /** A method that knows a site. Safe to use from several threads. */
    interface Fitted {
        /** By id, each facility of a scene that took no part in the fit; those that cannot be judged are absent. */
        Map<String, Score> scores(ArchiveScene scene);
    }
}
