/** A deployed stack, reached with the user's own credentials. */
@NullMarked
package org.heatwatch.local.stack;

import org.jspecify.annotations.NullMarked;
