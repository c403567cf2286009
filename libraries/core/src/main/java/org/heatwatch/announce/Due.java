package org.heatwatch.announce;

import java.util.List;

/**
 * What a run has to say, and to remember.
 *
 * @param markers new or changed, to be kept together with the mails that tell the news
 * @param news in the order of the site's features, then of time
 */
public record Due(List<Marker> markers, List<News> news) {

    public Due {
        markers = List.copyOf(markers);
        news = List.copyOf(news);
    }
}
