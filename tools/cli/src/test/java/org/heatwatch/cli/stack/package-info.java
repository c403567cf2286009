@NullMarked
package org.heatwatch.cli.stack;

import org.jspecify.annotations.NullMarked;
