/** New sites: from a position and building outlines of public maps to a site definition. */
@NullMarked
package org.heatwatch.site.plan;

import org.jspecify.annotations.NullMarked;
