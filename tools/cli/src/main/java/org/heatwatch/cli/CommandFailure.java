package org.heatwatch.cli;

/** Something a person can mend, said in one line. */
final class CommandFailure extends RuntimeException {
    CommandFailure(String message) {
        super(message);
    }
}
