/**
 * Heat sources of a site: places that were warmer than the idle ground over many overpasses, found without outlines,
 * each
 * with its history and state.
 */
@NullMarked
package org.heatwatch.source;

import org.jspecify.annotations.NullMarked;
