/** Texts for people by key, one file a language. */
@NullMarked
package org.heatwatch.language;

import org.jspecify.annotations.NullMarked;
