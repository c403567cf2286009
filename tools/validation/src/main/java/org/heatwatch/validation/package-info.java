/**
 * What the method is held to: whole archives of simulated scenes of known truth, what an analyst does today on the same
 * scenes, and the tables and figures that compare them.
 */
@NullMarked
package org.heatwatch.validation;

import org.jspecify.annotations.NullMarked;
