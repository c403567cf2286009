@NullMarked
package org.heatwatch.web;

import org.jspecify.annotations.NullMarked;
