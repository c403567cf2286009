package org.heatwatch.local;

/** How a command prints its result. */
enum Format {
    TABLE,
    JSON
}
