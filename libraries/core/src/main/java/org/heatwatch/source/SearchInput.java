package org.heatwatch.source;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Site;

/**
 * What a search for sources starts from.
 *
 * @param period as wanted
 * @param asOf later scenes are ignored
 */
record SearchInput(Site site, Collection<SampledScene> scenes, Period period, LocalDate asOf) {
    /** The latest scenes are fitted to the maps of all others if they are at most one of so many of the period. */
    private static final int LEAST_SHARE = 20;

    /** Everything that the result of a search depends on: days after the last scene change nothing. */
    record Key(Site site, List<SceneRecord> scenes, LocalDate from, Optional<LocalDate> last) {}

    Key key() {
        return new Key(site, records(), period.from(), last());
    }

    /** The same for the end of an earlier day. */
    SearchInput until(LocalDate day) {
        return new SearchInput(site, scenes, period, day);
    }

    private List<SceneRecord> records() {
        return scenes.stream()
                .map(SampledScene::scene)
                .filter(scene -> !date(scene).isAfter(asOf))
                .toList();
    }

    private Optional<LocalDate> last() {
        return records().stream()
                .map(SearchInput::date)
                .filter(period::contains)
                .max(LocalDate::compareTo);
    }

    private static LocalDate date(SceneRecord scene) {
        return scene.acquisition().date();
    }

    /**
     * The last day of the calendar quarter before that of the last scene: the scenes up to it are fitted together, so
     * that within a quarter one more scene is cheap. The day depends on the scenes only, not on the order in which they
     * arrived.
     *
     * @param fewest number of scenes of the period, below which all are fitted together
     * @return empty if all scenes have to be fitted together: they are few, or later ones are many or are reference
     *     scenes
     */
    Optional<LocalDate> settled(int fewest) {
        List<LocalDate> dates = records().stream().map(SearchInput::date).toList();
        long count = dates.stream().filter(period::contains).count();
        return count < fewest
                ? Optional.empty()
                : last().map(day -> day.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1))
                        .filter(day -> areFew(
                                dates.stream().filter(date -> date.isAfter(day)).toList(), count));
    }

    private boolean areFew(List<LocalDate> later, long all) {
        return later.stream().allMatch(date -> period.contains(date) || site.referenceWeight(date) == 0)
                && LEAST_SHARE * later.stream().filter(period::contains).count() <= all;
    }
}
