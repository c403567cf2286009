package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

final class DockerConditionTest {

    @Test
    void withoutAnEngineTestsAreSkippedAndSayWhatToDo() {
        ConditionEvaluationResult result = new DockerCondition(() -> false).evaluate();
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason())
                .contains("skipped: LocalStack tests need a Docker engine; run ./heatwatch doctor");
    }

    @Test
    void withAnEngineTestsRun() {
        assertThat(new DockerCondition(() -> true).evaluate().isDisabled()).isFalse();
    }
}
