package org.heatwatch.announce;

import java.util.Locale;

/** Sorts of mail; whoever receives them chooses among these. */
public enum Kind {
    /** A facility turned ON or OFF, or a place without an outline is hot. */
    ACTIVITY,
    /** A facility stands out among all of its pass, on one look or a little on several. */
    SUSPECT,
    /** A facility was not seen for so long that its state is no longer known. */
    STALE,
    /** What was told before is withdrawn, moved, or stands again. */
    REVISION,
    /** What only those who run the watch need to know: a control looks hot. */
    OPERATIONS,
    /** The week: small changes, what was seen and what was not. */
    DIGEST;

    /** The name in keys and filters, lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
