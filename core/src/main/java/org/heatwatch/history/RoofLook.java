package org.heatwatch.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** What it says, if the roof was seen and could be judged. */
    public Optional<LookOutcome.Scored> scored() {
        return outcome instanceof LookOutcome.Scored scored ? Optional.of(scored) : Optional.empty();
    }
}
