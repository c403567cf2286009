/** What is watched: the definition of a site, read from GeoJSON and checked, and its projection. */
@NullMarked
package org.heatwatch.site;

import org.jspecify.annotations.NullMarked;
