package org.heatwatch.history;

import java.time.Instant;
import java.util.List;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.site.Pass;

/**
 * One pass over one roof.
 *
 * @param isProvisional whether a better product may still change it: preliminary pointing, or an assumed transmittance
 * @param flags what a reader must know, in plain words; a placeholder or unverified outline is always among them
 */
public record RoofLook(
        Acquisition acquisition,
        Instant acquiredAt,
        Pass pass,
        LookOutcome outcome,
        boolean isProvisional,
        List<String> flags) {

    public RoofLook {
        flags = List.copyOf(flags);
    }
}
