package org.heatwatch.clip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadFailureTest {
    private static final String PRODUCT = "LC08_L1TP_116034_20251104_20251118_02_T1";

    static Stream<Runnable> failures() {
        return Stream.of(
                () -> {
                    throw new ArithmeticException("division by zero");
                },
                () -> {
                    throw new IllegalStateException();
                },
                () -> {
                    throw new StackOverflowError();
                });
    }

    private static void read(Runnable failure) {
        Object _ = ReadFailure.named(PRODUCT, () -> {
            failure.run();
            return PRODUCT;
        });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureThatNoBoundaryExpectedIsAnErrorOfTheProduct(Runnable failure) {
        assertThatThrownBy(() -> read(failure))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContaining(PRODUCT);
    }

    @Test
    void otherErrorsStayWhatTheyAre() {
        HeatWatchException unavailable = new SourceUnavailable("archive", "no answer", "try again later");
        assertThatThrownBy(() -> read(() -> {
                    throw unavailable;
                }))
                .isSameAs(unavailable);
    }
}
