package org.heatwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SiteDefinitionTest {
    private static final String TEXT = """
            {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95],
             "reference": [], "features": []}
            """;

    @Test
    void onlyNewBoundsIncrementTheVersionOfTheClippedArea() {
        SiteDefinition first = SiteDefinition.first(TEXT, "one");
        SiteDefinition renamed = first.next(TEXT.replace("Here", "There"), "other");
        SiteDefinition wider = renamed.next(TEXT.replace("126.65", "126.66"), "other");
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(renamed.boundsVersion()).isEqualTo(1);
        assertThat(wider.version()).isEqualTo(3);
        assertThat(wider.boundsVersion()).isEqualTo(2);
        assertThat(wider.author()).isEqualTo("other");
        assertThat(wider.site().bounds().east()).isEqualTo(126.66);
    }

    @Test
    void aDefinitionThatDoesNotConformToTheFormatIsReplacedAndTheClipsAreMadeAgain() {
        SiteDefinition damaged = new SiteDefinition("here", 3, 1, "one", TEXT.replace("32652", "\"zone\""));
        SiteDefinition repaired = damaged.next(TEXT, "other");
        assertThat(repaired.version()).isEqualTo(4);
        assertThat(repaired.boundsVersion()).isEqualTo(2);
        assertThat(new RemovedSite("here", 3, 1, Optional.of(damaged)).next(TEXT, "other"))
                .isEqualTo(repaired);
    }

    @Test
    void aDefinitionOfAnotherSiteIsRefused() {
        SiteDefinition first = SiteDefinition.first(TEXT, "one");
        assertThatIllegalArgumentException().isThrownBy(() -> first.next(TEXT.replace("\"here\"", "\"there\""), "one"));
    }

    @Test
    void aDefinitionStoredWithTheOldNamesIsReadAndShownWithTheCurrentOnes() {
        String old = TEXT.replace("\"reference\"", "\"dormant\"");
        SiteDefinition stored = new SiteDefinition("here", 3, 1, "one", old);
        assertThat(stored.site()).isEqualTo(SiteDefinition.first(TEXT, "one").site());
        assertThat(stored.text()).isEqualTo(old);
        assertThat(stored.textWithCurrentNames()).isEqualTo(TEXT);
    }
}
