/** Mails: their text and JSON, the outbox that stores them, and their delivery. */
@NullMarked
package org.heatwatch.mail;

import org.jspecify.annotations.NullMarked;
