/** Texts for people by key, with one file per language. */
@NullMarked
package org.heatwatch.language;

import org.jspecify.annotations.NullMarked;
