package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.junit.jupiter.api.Test;

final class ParcelActivityTest {
    private static final List<Integer> PARCELS = IntStream.range(0, 40).boxed().toList();

    private static List<Optional<ExcessOverBaseline>> scene(IntToDoubleFunction z) {
        return PARCELS.stream()
                .map(parcel -> Optional.of(new ExcessOverBaseline(z.applyAsDouble(parcel), 1, 80)))
                .toList();
    }

    @Test
    void idleParcelsStayInUseForTenYears() {
        Random random = new Random(1);
        double[] errorOfBaseline = random.doubles(40, -0.3, 0.3).toArray();
        ParcelActivity activity = ParcelActivity.NONE;
        for (int scene = 0; scene < 200; scene++) {
            activity = activity.after(PARCELS, scene(parcel -> errorOfBaseline[parcel] + random.nextGaussian()));
        }

        assertThat(PARCELS).filteredOn(activity::isQuiet).hasSizeGreaterThan(36);
    }

    @Test
    void aWarmParcelIsLeftOutAfterSomeScenesAndForGood() {
        Random random = new Random(2);
        ParcelActivity activity = ParcelActivity.NONE;
        List<Boolean> quiet = new ArrayList<>();
        for (int scene = 0; scene < 40; scene++) {
            double excess = scene < 12 ? 3 : 0;
            activity = activity.after(PARCELS, scene(parcel -> (parcel == 7 ? excess : 0) + random.nextGaussian()));
            quiet.add(activity.isQuiet(7));
        }

        assertThat(quiet.indexOf(false)).isBetween(1, 8);
        assertThat(quiet.subList(quiet.indexOf(false), quiet.size())).containsOnly(false);
        assertThat(PARCELS).filteredOn(activity::isQuiet).hasSizeGreaterThan(36).doesNotContain(7);
    }

    @Test
    void aSceneThatIsWarmOrScattersEverywhereLeavesNothingOut() {
        Random random = new Random(3);
        ParcelActivity activity = ParcelActivity.NONE
                .after(PARCELS, scene(_ -> 9 + random.nextGaussian()))
                .after(PARCELS, scene(_ -> 8 * random.nextGaussian()));

        assertThat(PARCELS).allMatch(activity::isQuiet);
    }

    @Test
    void hiddenParcelsAndTooFewOfThemChangeNothing() {
        List<Optional<ExcessOverBaseline>> hidden =
                PARCELS.stream().map(_ -> Optional.<ExcessOverBaseline>empty()).toList();

        assertThat(ParcelActivity.NONE.after(PARCELS, hidden)).isEqualTo(ParcelActivity.NONE);
        assertThat(ParcelActivity.NONE.after(PARCELS.subList(0, 4), scene(parcel -> 10.0 * parcel)))
                .isEqualTo(ParcelActivity.NONE);
    }
}
