@NullMarked
package org.heatwatch.files;

import org.jspecify.annotations.NullMarked;
