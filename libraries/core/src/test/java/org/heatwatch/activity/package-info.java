@NullMarked
package org.heatwatch.activity;

import org.jspecify.annotations.NullMarked;
