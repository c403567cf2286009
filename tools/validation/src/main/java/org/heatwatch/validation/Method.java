package org.heatwatch.validation;

import java.util.List;
import java.util.Map;

/** A method that scores the facilities of the scenes of an archive. */
public interface Method {
    /** Name in tables. */
    String name();

    /**
     * Learns the idle state from reference scenes.
     *
     * @param archive the site, and the truth as far as the method may know it
     * @param referenceScenes scenes to learn from
     */
    Fitted fit(SimulatedArchive archive, List<ArchiveScene> referenceScenes);

    /** A method fitted to a site; thread-safe. */
    interface Fitted {
        /** Scores by facility id for a scene outside the fit, without facilities that cannot be scored. */
        Map<String, MethodScore> scores(ArchiveScene scene);
    }
}
