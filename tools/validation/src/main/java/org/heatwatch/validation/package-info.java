/**
 * Validation of the method on simulated archives of known truth: the chain under test, the methods in use today and
 * bounds of what is achievable, with the tables and plots that compare them.
 */
@NullMarked
package org.heatwatch.validation;

import org.jspecify.annotations.NullMarked;
