package org.heatwatch.publication;

import java.util.Objects;

/** Version of this code, from the manifest of its JAR file. */
public final class CodeVersion {
    private CodeVersion() {}

    /** The version, such as {@code 0.1.0}; {@code development} if the code does not run from a JAR file. */
    public static String current() {
        return Objects.requireNonNullElse(CodeVersion.class.getPackage().getImplementationVersion(), "development");
    }
}
