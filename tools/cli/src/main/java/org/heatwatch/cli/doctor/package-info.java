/** Checks of {@code doctor}. */
@NullMarked
package org.heatwatch.cli.doctor;

import org.jspecify.annotations.NullMarked;
