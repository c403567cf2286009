@NullMarked
package org.heatwatch.api.cql;

import org.jspecify.annotations.NullMarked;
