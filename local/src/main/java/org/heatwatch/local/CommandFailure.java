package org.heatwatch.local;

/** Something a person can mend, said in one line. */
public final class CommandFailure extends RuntimeException {
    public CommandFailure(String message) {
        super(message);
    }
}
