/** The activity index of a site and its comparison with a series from another source. */
@NullMarked
package org.heatwatch.activity;

import org.jspecify.annotations.NullMarked;
