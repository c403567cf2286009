/** Output of commands: tables, rows, JSON, files, and errors that users can resolve. */
@NullMarked
package org.heatwatch.cli.output;

import org.jspecify.annotations.NullMarked;
