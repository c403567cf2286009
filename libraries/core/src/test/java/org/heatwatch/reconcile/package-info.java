@NullMarked
package org.heatwatch.reconcile;

import org.jspecify.annotations.NullMarked;
