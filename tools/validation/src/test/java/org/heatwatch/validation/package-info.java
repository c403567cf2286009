@NullMarked
package org.heatwatch.validation;

import org.jspecify.annotations.NullMarked;
