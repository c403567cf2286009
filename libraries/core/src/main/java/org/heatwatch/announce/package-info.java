/**
 * What people are told, and when: {@link org.heatwatch.announce.Announcements} compares a history with what was said
 * before, {@link org.heatwatch.announce.Mails} puts the news into words, and the {@link org.heatwatch.announce.Outbox}
 * keeps both until they are delivered.
 */
@NullMarked
package org.heatwatch.announce;

import org.jspecify.annotations.NullMarked;
