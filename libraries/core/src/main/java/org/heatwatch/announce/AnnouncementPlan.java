package org.heatwatch.announce;

import java.util.List;

/**
 * What a run announces and records.
 *
 * @param records new or changed records, to be saved together with the mails about the announcements
 * @param announcements in the order of the site's features, then by date
 */
public record AnnouncementPlan(List<AnnouncementRecord> records, List<Announcement> announcements) {

    public AnnouncementPlan {
        records = List.copyOf(records);
        announcements = List.copyOf(announcements);
    }
}
