/** The function that delivers new mails. */
@NullMarked
package org.heatwatch.functions.alert;

import org.jspecify.annotations.NullMarked;
