/**
 * Serves the API on this machine, from a store in this process or from a deployed stack with the user's credentials.
 */
@NullMarked
package org.heatwatch.cli.serve;

import org.jspecify.annotations.NullMarked;
