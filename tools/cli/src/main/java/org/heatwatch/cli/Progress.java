package org.heatwatch.cli;

import java.io.PrintWriter;

/** Tells a person how far a long work has come: a bar on a terminal, now and then a line elsewhere. */
final class Progress {
    private static final int WIDTH = 40;
    private static final int LINES = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private final int total;
    private int done;

    Progress(PrintWriter err, int total) {
        this.err = err;
        // The launcher knows whether standard error is one.
        this.terminal = Boolean.getBoolean("heatwatch.terminal");
        this.total = total;
    }

    synchronized void step() {
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
