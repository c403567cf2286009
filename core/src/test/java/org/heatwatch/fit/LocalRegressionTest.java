package org.heatwatch.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.heatwatch.fit.LocalRegression.Sample;
import org.junit.jupiter.api.Test;

final class LocalRegressionTest {
    private static final ClutterCovariance CLUTTER = new ClutterCovariance(9, 120, 0.05);
    private static final FieldDraw FIELD = new FieldDraw(7, CLUTTER);

    private static double[] response(List<Sample> samples) {
        FootprintResponse roof = new FootprintResponse(Roofs.rectangle(200, 350, 90, 60, 15), PointSpread.TIRS);
        return samples.stream().mapToDouble(s -> roof.at(s.east(), s.north())).toArray();
    }

    @Test
    void anExcessOnAPlaneIsReadExactly() {
        List<Sample> places = FIELD.draw(new SplittableRandom(1));
        double[] response = response(places);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Sample at = places.get(i);
            double plane = 22000 + 0.3 * at.east() - 0.2 * at.north();
            samples.add(new Sample(at.east(), at.north(), plane + 140 * response[i]));
        }

        LocalRegression fit =
                LocalRegression.of(samples, List.of(response), CLUTTER).orElseThrow();

        assertThat(fit.coefficients().get(0)).isCloseTo(140, within(1e-6));
        assertThat(fit.squares()).isCloseTo(0, within(1e-9));
        assertThat(fit.freedom()).isEqualTo(49 - 4);
    }

    @Test
    void underItsOwnModelTheErrorIsHonestAndTheSumOfSquaresIsTheFreedom() {
        SplittableRandom random = new SplittableRandom(8);
        int draws = 400;
        double squares = 0;
        double sum = 0;
        double left = 0;
        double[] response = response(FIELD.draw(random));
        for (int i = 0; i < draws; i++) {
            List<Sample> samples = FIELD.draw(random);
            LocalRegression fit =
                    LocalRegression.of(samples, List.of(response), CLUTTER).orElseThrow();
            double z = fit.coefficients().get(0)
                    / Math.sqrt(CLUTTER.variance() * fit.normalInverse().get(0, 0));
            sum += z;
            squares += z * z;
            left += fit.squares() / CLUTTER.variance() / fit.freedom();
        }

        assertThat(sum / draws).isCloseTo(0, within(0.15));
        assertThat(Math.sqrt(squares / draws)).isCloseTo(1, within(0.1));
        assertThat(left / draws).isCloseTo(1, within(0.03));
    }

    @Test
    void columnsThatAreTheSameCannotBeToldApart() {
        List<Sample> samples = FIELD.draw(new SplittableRandom(1));
        double[] response = response(samples);

        assertThat(LocalRegression.of(samples, List.of(response, response.clone()), CLUTTER))
                .isEmpty();
    }

    @Test
    void fewerSamplesThanUnknownsCannotBeFitted() {
        List<Sample> three = FIELD.draw(new SplittableRandom(1)).subList(0, 3);

        assertThat(LocalRegression.of(three, List.of(), CLUTTER)).isEmpty();
    }
}
