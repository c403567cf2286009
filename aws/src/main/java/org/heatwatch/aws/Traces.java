package org.heatwatch.aws;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.heatwatch.errors.HeatWatchException;

/** Failures as text for logs. */
public final class Traces {
    private Traces() {}

    /** What is known says all in its message; of the rest nobody knows where it comes from, so that is told too. */
    public static String of(RuntimeException e) {
        if (e instanceof HeatWatchException) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
