package org.heatwatch.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.site.Pass;

/**
 * Which sky a pass finds.
 *
 * @param seasons each of them
 * @param nightsTaken share of the night passes of which there is an image
 * @param pinned passes that are not left to the draw
 */
record Climate(Map<Season, SkyShares> seasons, double nightsTaken, List<PinnedSky> pinned) {
    Climate {
        seasons = Map.copyOf(seasons);
        pinned = List.copyOf(pinned);
    }

    Sky sky(ExpectedPass expected, Pass pass, long seed) {
        LocalDate date = expected.date();
        for (PinnedSky pin : pinned) {
            if (pin.date().equals(date) && pin.pass() == pass) {
                return pin.sky();
            }
        }
        RandomGenerator random = RandomStreams.of(seed, "sky " + expected.acquisition());
        if (pass == Pass.NIGHT && random.nextDouble() >= nightsTaken) {
            return Sky.MISSING;
        }
        return shares(date).draw(random);
    }

    boolean isSnowy(ExpectedPass expected, long seed) {
        return RandomStreams.of(seed, "snow " + expected.acquisition()).nextDouble()
                < shares(expected.date()).snow();
    }

    private SkyShares shares(LocalDate date) {
        return Objects.requireNonNull(seasons.get(Season.of(date)));
    }
}
