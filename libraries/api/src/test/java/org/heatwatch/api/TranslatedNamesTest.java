package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Names of a site and of its facilities in the language of the page. */
final class TranslatedNamesTest {
    private final ApiClient api = new ApiClient(KnownSite.inKorean().publish(60).sources());

    @Test
    void aPageInKoreanHasTheNamesInKorean() {
        String page = ApiClient.text(api.get("/?f=html&lang=ko"));
        assertThat(page).contains("<title>여기 - ", "공장 1").doesNotContain("Factory 1", "Here &amp; there");
    }

    @Test
    void aPageInEnglishHasTheNamesOfAllLanguages() {
        String page = ApiClient.text(api.get("/?f=html&lang=en"));
        assertThat(page).contains("Factory 1", "Here &amp; there").doesNotContain("공장");
    }

    @Test
    void clientsThatDrawThemselvesGetAllNames() {
        JsonNode feature = api.json("/timeline").at("/features/0");
        assertThat(feature.path("name").asText()).isEqualTo("Factory 1");
        assertThat(feature.at("/names/ko").asText()).isEqualTo("공장 1");
    }

    @Test
    void dataKeepTheNameOfAllLanguages() {
        assertThat(api.json("/collections/facilities/items")
                        .at("/features/0/properties/name")
                        .asText())
                .startsWith("Factory");
    }
}
