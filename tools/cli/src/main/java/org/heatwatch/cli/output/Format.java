package org.heatwatch.cli.output;

/** Output format of a command whose result is not a list of rows. */
public enum Format {
    TABLE,
    JSON
}
