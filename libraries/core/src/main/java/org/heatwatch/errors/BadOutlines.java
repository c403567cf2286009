package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/** A file of outlines that cannot be used: another format, other coordinates than degrees, or no outline. */
public final class BadOutlines extends HeatWatchException {

    public BadOutlines(String file, String problem, String advice) {
        this(file, problem, advice, null);
    }

    public BadOutlines(String file, String problem, String advice, @Nullable Throwable cause) {
        super(file, problem, advice, /* retryHelps= */ false, cause);
    }
}
