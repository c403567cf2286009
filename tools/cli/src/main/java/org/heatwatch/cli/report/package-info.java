/** Results of commands in the forms that they print and draw. */
@NullMarked
package org.heatwatch.cli.report;

import org.jspecify.annotations.NullMarked;
