package org.heatwatch.cli.output;

/** Output format of a command whose result is a list of rows. */
public enum TableFormat {
    TABLE,
    JSON,
    CSV
}
