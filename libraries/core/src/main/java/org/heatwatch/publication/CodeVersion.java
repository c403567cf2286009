package org.heatwatch.publication;

import java.util.Objects;

/** The version that the build wrote into this code's jar. */
public final class CodeVersion {
    private CodeVersion() {}

    /** For example {@code 0.1.0}; {@code development} where the code does not come from a jar. */
    public static String current() {
        return Objects.requireNonNullElse(CodeVersion.class.getPackage().getImplementationVersion(), "development");
    }
}
