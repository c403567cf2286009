/** Filters in the text form of the Common Query Language (CQL2, OGC 21-065r2). */
@NullMarked
package org.heatwatch.api.cql;

import org.jspecify.annotations.NullMarked;
