package org.heatwatch.cli;

/** How a command prints what has rows and columns. */
enum TableFormat {
    TABLE,
    JSON,
    CSV
}
