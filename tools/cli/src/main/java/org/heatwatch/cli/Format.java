package org.heatwatch.cli;

/** How a command prints its result. */
enum Format {
    TABLE,
    JSON
}
