package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.publication.Publication;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.source.SiteSources;
import org.heatwatch.source.SourceReport;
import org.heatwatch.source.SourceReports;
import org.heatwatch.web.Languages;
import org.junit.jupiter.api.Test;

/** The heat sources and the buildings in use on the page of the dashboard, as the server renders it. */
final class SourceSummaryTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 11, 4);

    /** @param accuracyMetres of the outline of the only factory; above 100 m, it is a placeholder */
    private static Site site(double accuracyMetres) {
        return SiteFile.parse("""
                {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652, "simulated": true,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95],
                 "reference": [], "features": [
                   {"type": "Feature", "id": "outline", "properties": {"id": "outline", "name": "Outline",
                    "role": "site", "source": "test", "accuracyMetres": 5, "verified": true},
                    "geometry": {"type": "Polygon", "coordinates":
                      [[[126.61, 37.92], [126.64, 37.92], [126.64, 37.94], [126.61, 37.94], [126.61, 37.92]]]}},
                   {"type": "Feature", "id": "mill", "properties": {"id": "mill", "name": "Mill",
                    "role": "facility", "source": "test", "accuracyMetres": %s, "verified": false},
                    "geometry": {"type": "Polygon", "coordinates":
                      [[[126.61, 37.92], [126.62, 37.92], [126.62, 37.93], [126.61, 37.93], [126.61, 37.92]]]}}]}
                """.formatted(accuracyMetres), "test");
    }

    private static PublishedSite published(Site site, Optional<SourceReport> report) {
        return PublishedSite.of(
                site,
                Publication.of(
                        site,
                        1,
                        new SiteHistory(site.id(), AS_OF, List.of(), List.of(), List.of()),
                        List.of(),
                        _ -> Optional.empty(),
                        report,
                        "run"));
    }

    private static SourceSummary summary(PublishedSite view, String language) {
        return new SourceSummary(new FacilityTexts(view, Languages.words(language)));
    }

    private static SourceReport nothingFound(Site site) {
        SourceReport report = SourceReports.of(site, AS_OF);
        SiteSources found = report.sources();
        return new SourceReport(
                new SiteSources(found.period(), 40, 30, 4.6, 0.1, List.of(), List.of()), List.of(), report.composite());
    }

    private static String page(KnownSite site, String language) {
        return ApiClient.text(new ApiClient(site.sources()).get("/?f=html&lang=" + language))
                .replace('\u00a0', ' ');
    }

    @Test
    void theSentenceSaysHowManyWereFoundAndEnded() {
        PublishedSite view = published(site(5), Optional.of(SourceReports.of(site(5), AS_OF)));
        assertThat(summary(view, "en").sentence())
                .isEqualTo("2 heat sources were found without outlines since 2024-01-01; 1 ended.");
        assertThat(summary(view, "ko").sentence())
                .contains("2024-01-01 이후 윤곽 없이 찾은 열원은 2곳")
                .contains("1곳은 끝났습니다");
        assertThat(summary(view, "en").quarterSentence())
                .isEqualTo("Buildings in use in Q4 2025: 10 (90 % interval 9 to 12).");
        assertThat(summary(view, "ko").quarterSentence()).startsWith("2025년 4분기에 사용 중인 건물: 10동");
    }

    @Test
    void aSearchWithoutResultAndAPublicationWithoutSearchAreDistinguished() {
        PublishedSite empty = published(site(5), Optional.of(nothingFound(site(5))));
        PublishedSite before = published(site(5), Optional.empty());
        assertThat(summary(empty, "en").sentence())
                .isEqualTo("No heat source was found without outlines since 2024-01-01.");
        assertThat(summary(empty, "ko").sentence()).contains("찾은 열원이 없습니다");
        assertThat(summary(empty, "en").quarterSentence()).isEmpty();
        assertThat(summary(before, "en").sentence()).startsWith("No search for heat sources without outlines is");
        assertThat(summary(before, "ko").sentence()).contains("게시되지 않았습니다");
    }

    @Test
    void sourcesComeFirstOnlyWhereAllFacilitiesArePlaceholders() {
        Site blind = site(500);
        assertThat(summary(published(blind, Optional.of(SourceReports.of(blind, AS_OF))), "en")
                        .isFirst())
                .isTrue();
        assertThat(summary(published(blind, Optional.of(nothingFound(blind))), "en")
                        .isFirst())
                .isTrue();
        assertThat(summary(published(blind, Optional.empty()), "en").isFirst()).isFalse();
        assertThat(summary(published(site(5), Optional.of(SourceReports.of(site(5), AS_OF))), "en")
                        .isFirst())
                .isFalse();
    }

    @Test
    void aRowHasThePlaceWithItsErrorsAndCaveats() {
        Site blind = site(500);
        PublishedSite view = published(blind, Optional.of(SourceReports.of(blind, AS_OF)));
        SourceTexts texts = new SourceTexts(new FacilityTexts(view, Languages.words("en")));
        var row = texts.row(view.heatSources().getFirst(), 1, new Addresses("http://here"));
        assertThat(String.valueOf(row.get("place"))).matches("37\\.\\d{4} N 126\\.\\d{4} E");
        assertThat(row)
                .containsEntry("metres", 9L)
                .containsEntry("amount", "24,000\u00a0\u00b1\u00a01,100\u00a0K\u00a0m\u00b2")
                .containsEntry("share", "active in 85 % of 20 passes")
                .containsEntry("evidence", "1 of 2 comparisons supports activity (by chance for one source in 30)");
        assertThat(row.get("where")).isEqualTo("inside the outline of the site; 55 m from Outline");
    }

    @Test
    void thePageListsSourcesAndQuartersWithoutScripts() {
        String page = page(new KnownSite("here", "Factory <&>", 3).withSources().publish(60), "en");
        assertThat(page)
                .contains("2 heat sources were found without outlines since 2013-04-25; 1 ended.")
                .contains("24,000 ± 1,100 K m²")
                .contains("55 m from Factory &lt;&amp;&gt; 1")
                .contains("1 of 2 comparisons supports activity")
                .contains("Warmer on working days than on Sundays")
                .contains("Q2 2013")
                .containsSubsequence("Factories and controls", "Heat sources found without outlines");
        assertThat(page).doesNotContain("Factory <&>");
        assertThat(page(new KnownSite("here", "Factory", 3).withSources().publish(60), "ko"))
                .contains("윤곽 없이 찾은 열원은 2곳", "2013년 2분기", "촬영 20번 중 85 %에서 활동");
    }

    @Test
    void thePageOfAnEarlierPublicationSaysThatThereIsNoSearch() {
        assertThat(page(new KnownSite("here", "Factory", 3).publish(60), "en"))
                .contains("No search for heat sources without outlines is published for this site.")
                .doesNotContain("id=\"sources-list\"", "id=\"show-sources\"", "id=\"activity\"");
    }
}
