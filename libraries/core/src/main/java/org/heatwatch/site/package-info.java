/** Site definitions: reading them from GeoJSON, checking them, and their map projection. */
@NullMarked
package org.heatwatch.site;

import org.jspecify.annotations.NullMarked;
