package org.heatwatch.local;

/** How a command prints what has rows and columns. */
enum TableFormat {
    TABLE,
    JSON,
    CSV
}
