/** Tests of the project's own text: its vocabulary and the size of its source files. */
@NullMarked
package org.heatwatch.vocabulary;

import org.jspecify.annotations.NullMarked;
