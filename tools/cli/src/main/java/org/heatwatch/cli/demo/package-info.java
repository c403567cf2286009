/** The demonstration and the bundled sample. */
@NullMarked
package org.heatwatch.cli.demo;

import org.jspecify.annotations.NullMarked;
