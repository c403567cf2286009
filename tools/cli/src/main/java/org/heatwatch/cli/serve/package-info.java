/** The API on this machine: of a store in this process, or of a deployed stack with the user's credentials. */
@NullMarked
package org.heatwatch.cli.serve;

import org.jspecify.annotations.NullMarked;
