package org.heatwatch.announce;

import java.util.Locale;

/** Kind of a mail; subscribers choose among these. */
public enum Kind {
    /**
     * A facility turned ON or OFF, or LOWER or HIGHER than in its reference period and back; a place outside them was
     * hot in two passes; a heat source started or ended.
     */
    ACTIVITY,
    /** A facility is warmer or cooler than expected: clearly in one observation, or slightly in several. */
    SUSPECT,
    /** A facility was not observed for so long that its state is unknown. */
    STALE,
    /** An earlier announcement is withdrawn, moved to another date or reinstated. */
    REVISION,
    /** For operators only: a control appears to be hot. */
    OPERATIONS,
    /** The weekly digest: small changes, heat sources, buildings in use, and which passes showed the facilities. */
    DIGEST;

    /** The name in keys and filters, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
