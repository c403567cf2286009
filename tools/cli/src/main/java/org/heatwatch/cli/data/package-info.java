/** Data of a site, from the local store or from a deployed stack. */
@NullMarked
package org.heatwatch.cli.data;

import org.jspecify.annotations.NullMarked;
