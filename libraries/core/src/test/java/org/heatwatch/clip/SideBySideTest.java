package org.heatwatch.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.heatwatch.errors.ProductUnreadable;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
    private static <T> Supplier<T> failing(String name) {
        return () -> {
            throw new ProductUnreadable(name, "is damaged", "fetch it again");
        };
    }

    @Test
    void stepsRunAtTheSameTimeAndResultsKeepTheirOrder() {
        CyclicBarrier all = new CyclicBarrier(3);
        List<Supplier<String>> steps = new ArrayList<>();
        for (String name : List.of("thermal", "quality", "transmittance")) {
            steps.add(() -> {
                try {
                    // Fails unless all three steps are here at once.
                    all.await(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return name;
            });
        }
        assertThat(SideBySide.all(steps, _ -> {})).containsExactly("thermal", "quality", "transmittance");
    }

    @Test
    void theFirstFailureInOrderIsThrownAndTheOtherResultsAreDiscarded() {
        List<String> discarded = new ArrayList<>();
        List<Supplier<String>> steps = List.of(() -> "thermal", failing("quality"), failing("transmittance"));
        assertThatThrownBy(() -> SideBySide.all(steps, discarded::add)).hasMessageContaining("quality");
        assertThat(discarded).containsExactly("thermal");
    }

    @Test
    void aFailureOfTheFirstStepWaitsForTheOthers() {
        List<String> discarded = new ArrayList<>();
        List<Supplier<String>> steps = List.of(failing("thermal"), () -> "quality");
        assertThatThrownBy(() -> SideBySide.all(steps, discarded::add)).hasMessageContaining("thermal");
        assertThat(discarded).containsExactly("quality");
    }

    @Test
    void anInterruptDoesNotEndTheWaitAndIsKept() {
        Thread.currentThread().interrupt();
        assertThat(SideBySide.all(List.of(() -> 1, () -> 2), _ -> {})).containsExactly(1, 2);
        assertThat(Thread.interrupted()).isTrue();
    }
}
