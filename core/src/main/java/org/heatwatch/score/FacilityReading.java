package org.heatwatch.score;

import java.util.List;
import org.heatwatch.site.Role;

/**
 * What one product says of one facility, control or idle parcel.
 *
 * @param facility id of the feature
 * @param flags what a reader must know, in plain words
 */
public record FacilityReading(String facility, Role role, Outcome outcome, double visibleFraction, List<String> flags) {

    /** Flag: the outline may be anywhere, so the number is of the place and not of the factory. */
    public static final String PLACEHOLDER = "placeholder footprint";

    /** Flag: nobody has traced the outline. */
    public static final String UNVERIFIED = "unverified footprint";

    /** Flag: kelvins hang on an assumed transmittance. */
    public static final String PROVISIONAL = "provisional";

    /** Flag: one scene alone cannot tell a warm roof from a running factory. */
    public static final String NO_HISTORY = "no idle history";

    /** Flag: the sensor's sampling could not be recovered. */
    public static final String GRID_UNRESOLVED = "grid unresolved";

    public FacilityReading {
        flags = List.copyOf(flags);
    }

    /** Measured or not. */
    public sealed interface Outcome {}

    /**
     * An excess over the surroundings.
     *
     * @param radianceExcess in W/(m2 sr um)
     * @param radianceStandardError in W/(m2 sr um)
     * @param effectiveKelvin the excess as kelvins on the whole roof, a convention of footprint, point spread, emissivity
     * @param effectiveStandardError in effective kelvin
     */
    public record Observed(
            double radianceExcess, double radianceStandardError, double effectiveKelvin, double effectiveStandardError)
            implements Outcome {}

    /** Not seen, which is not the same as cold; the flags say why. */
    public record NoObservation() implements Outcome {}
}
