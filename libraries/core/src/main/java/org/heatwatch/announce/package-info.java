/**
 * Decides what is announced: {@link org.heatwatch.announce.AnnouncementPlanner} compares a history with the records of
 * earlier announcements.
 */
@NullMarked
package org.heatwatch.announce;

import org.jspecify.annotations.NullMarked;
