/** Text of users: what a mistyped word may have meant. */
@NullMarked
package org.heatwatch.text;

import org.jspecify.annotations.NullMarked;
