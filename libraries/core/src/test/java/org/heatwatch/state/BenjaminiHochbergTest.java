package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BenjaminiHochbergTest {

    /** The example of the paper: at 0.05 the four smallest of fifteen are significant; Bonferroni selects three. */
    @Test
    void theExampleOfThePaperGivesThePublishedResult() {
        double[] p = {
            0.7590, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528, 1.0000
        };

        boolean[] survivors = BenjaminiHochberg.significant(p, 0.05);

        for (int i = 0; i < p.length; i++) {
            assertThat(survivors[i]).isEqualTo(p[i] <= 0.0095);
        }
    }

    @Test
    void anInsignificantValueIsSelectedIfALargerOneIsSignificant() {
        assertThat(BenjaminiHochberg.significant(new double[] {0.09, 0.06, 0.10}, 0.10))
                .containsExactly(true, true, true);
        assertThat(BenjaminiHochberg.significant(new double[] {0.09, 0.06, 0.11}, 0.10))
                .containsExactly(false, false, false);
    }

    @Test
    void aSinglePValueIsComparedWithTheLevel() {
        assertThat(BenjaminiHochberg.significant(new double[] {0.1}, 0.1)).containsExactly(true);
        assertThat(BenjaminiHochberg.significant(new double[] {0.1001}, 0.1)).containsExactly(false);
        assertThat(BenjaminiHochberg.significant(new double[0], 0.1)).isEmpty();
    }

    @Test
    void oneInTenIdleScenesHasASelectedValue() {
        SplittableRandom random = new SplittableRandom(5);
        int scenes = 4000;
        int withSurvivors = 0;
        for (int scene = 0; scene < scenes; scene++) {
            double[] p = random.doubles(12).toArray();
            boolean any = false;
            for (boolean survives : BenjaminiHochberg.significant(p, 0.1)) {
                any |= survives;
            }
            withSurvivors += any ? 1 : 0;
        }
        assertThat(withSurvivors / (double) scenes).isCloseTo(0.1, within(0.015));
    }

    @Test
    void invalidProbabilitiesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenjaminiHochberg.significant(new double[] {0.5, Double.NaN}, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.significant(new double[] {-0.1}, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.significant(new double[] {0.1}, 1));
    }
}
