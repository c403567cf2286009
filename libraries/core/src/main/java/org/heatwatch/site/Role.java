package org.heatwatch.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a feature of a site is for; in a site file, the name in lower case. */
public enum Role {
    /** A building whose heat is judged. */
    FACILITY,
    /** A place known to have no heat of its own, so that any heat found there is an error. */
    CONTROL,
    /** A building taken to be idle: what is found at all of these measures how noisy a scene is. */
    NULL,
    /** A neighbour, drawn so that its warmth is not taken for a facility's. */
    BUILDING,
    /** The outline of the site. */
    SITE;

    /** Whether a temperature is fitted to features of this role, so that they must be large enough to be seen. */
    public boolean isScored() {
        return this == FACILITY || this == CONTROL || this == NULL;
    }

    /** The name in a site file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
