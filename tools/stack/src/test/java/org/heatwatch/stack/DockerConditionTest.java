package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

final class DockerConditionTest {

    @Test
    void withoutAnEngineTestsAreSkippedWithARemedy() {
        ConditionEvaluationResult result = new DockerCondition(() -> false, () -> true).evaluate();
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason())
                .contains("skipped: LocalStack tests need a Docker engine; run ./heatwatch doctor");
    }

    @Test
    void withoutAnImageTestsAreSkippedExceptInCi() {
        ConditionEvaluationResult result = new DockerCondition(() -> true, () -> false).evaluate();
        assertThat(result.isDisabled()).isEqualTo(System.getenv("CI") == null);
        if (result.isDisabled()) {
            assertThat(result.getReason().orElseThrow())
                    .contains("need the image " + LocalCloud.IMAGE.asCanonicalNameString());
        }
    }

    @Test
    void withAnEngineAndAnImageTestsRun() {
        assertThat(new DockerCondition(() -> true, () -> true).evaluate().isDisabled())
                .isFalse();
    }
}
