/** The function that sends mails as HTML with a picture, through Amazon SES. */
@NullMarked
package org.heatwatch.functions.mail;

import org.jspecify.annotations.NullMarked;
