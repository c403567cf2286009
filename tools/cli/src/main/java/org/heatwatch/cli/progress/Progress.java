package org.heatwatch.cli.progress;

import java.io.PrintWriter;

/** Shows the progress of a long task: a bar on a terminal, otherwise a line for every tenth of it. */
public final class Progress {
    private static final int WIDTH = 40;
    private static final int LINES = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private final int total;
    private int done;

    private Progress(PrintWriter err, boolean terminal, int total) {
        this.err = err;
        this.terminal = terminal;
        this.total = total;
    }

    /**
     * Starts at 0.
     *
     * @param total number of products
     */
    public static Progress of(PrintWriter err, int total) {
        // The launcher checks whether standard error is a terminal; the JDK cannot.
        return new Progress(err, Boolean.getBoolean("heatwatch.terminal"), total);
    }

    /** Counts one product as done. */
    public synchronized void step() {
        done++;
        if (terminal) {
            int filled = WIDTH * done / total;
            err.printf("\r[%s%s] %d/%d", "#".repeat(filled), " ".repeat(WIDTH - filled), done, total);
            if (done == total) {
                err.println();
            }
            err.flush();
        } else if (done == total || done * LINES / total > (done - 1) * LINES / total) {
            err.printf("%d of %d products%n", done, total);
        }
    }
}
