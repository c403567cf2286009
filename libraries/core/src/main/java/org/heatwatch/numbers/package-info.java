/** Checks of numbers where they enter records that are stored or averaged. */
@NullMarked
package org.heatwatch.numbers;

import org.jspecify.annotations.NullMarked;
