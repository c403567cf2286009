package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.validation.SpatialSearch.WarmPlace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole images of a real series; takes minutes. */
@Tag("statistical")
final class RealSeriesIT {
    @Test
    void allHotPlacesOfTheCityAreFound() {
        List<SeriesImage> images = MuensterSeries.images();
        List<DateGrid> dates = SeriesGrids.of(images, _ -> {});
        List<SceneSamples> scenes = dates.stream().map(SeriesComposite::scene).toList();
        SeriesComposite composite = SeriesComposite.of(scenes, images.getFirst().image(), -0.6, 0.3);

        assertThat(dates.stream().filter(DateGrid::isResolved)).hasSizeGreaterThanOrEqualTo(14);
        List<WarmPlace> warmest = SpatialSearch.of(composite).subList(0, 20);
        for (int[] at : MuensterSeries.HOT_PLACES) {
            assertThat(warmest).anyMatch(place -> Math.hypot(place.row() - at[0], place.column() - at[1]) <= 3);
        }
    }

    @Test
    void theChapterSaysThatActivityCannotBeJudged(@TempDir Path folder) throws Exception {
        List<SeriesImage> part = MuensterSeries.part(MuensterSeries.images(), 280, 105, 100, 100);

        Chapter chapter = SeriesChapter.write(new ImageSeries("city", part), folder, _ -> {});

        assertThat(chapter.title()).isEqualTo("Real passes: city");
        assertThat(chapter.text())
                .contains("cannot judge whether anything was active")
                .contains("LC08_L2SP_196024_20220418_20220427_02_T1")
                .contains("no evidence of activity");
        assertThat(Files.size(folder.resolve("city.png"))).isGreaterThan(10_000);
    }
}
