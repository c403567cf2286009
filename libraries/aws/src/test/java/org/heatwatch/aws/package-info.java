@NullMarked
package org.heatwatch.aws;

import org.jspecify.annotations.NullMarked;
