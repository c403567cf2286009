package org.heatwatch.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.site.Pass;

/**
 * Draws the sky of each pass.
 *
 * @param seasons the shares of each season
 * @param nightsTaken share of the night passes with an image
 * @param pinned passes whose sky is given
 */
record Climate(Map<Season, SkyShares> seasons, double nightsTaken, List<PinnedSky> pinned) {
    Climate {
        seasons = Map.copyOf(seasons);
        pinned = List.copyOf(pinned);
    }

    /** The sky of a pass; the same for the same seed. */
    SkyCover sky(ExpectedPass expected, Pass pass, long seed) {
        LocalDate date = expected.date();
        for (PinnedSky pin : pinned) {
            if (pin.date().equals(date) && pin.pass() == pass) {
                return pin.sky();
            }
        }
        RandomGenerator random = RandomStreams.of(seed, "sky " + expected.acquisition());
        if (pass == Pass.NIGHT && random.nextDouble() >= nightsTaken) {
            return SkyCover.MISSING;
        }
        return shares(date).draw(random);
    }

    /** Whether there is snow on the ground at a pass; the same for the same seed. */
    boolean isSnowy(ExpectedPass expected, long seed) {
        return RandomStreams.of(seed, "snow " + expected.acquisition()).nextDouble()
                < shares(expected.date()).snow();
    }

    private SkyShares shares(LocalDate date) {
        return Objects.requireNonNull(seasons.get(Season.of(date)));
    }
}
