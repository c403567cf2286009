@NullMarked
package org.heatwatch.cli.serve;

import org.jspecify.annotations.NullMarked;
