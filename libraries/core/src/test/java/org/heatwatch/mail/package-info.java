@NullMarked
package org.heatwatch.mail;

import org.jspecify.annotations.NullMarked;
