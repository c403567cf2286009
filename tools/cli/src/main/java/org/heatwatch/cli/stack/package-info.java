/** A deployed stack, reached with the user's own credentials. */
@NullMarked
package org.heatwatch.cli.stack;

import org.jspecify.annotations.NullMarked;
