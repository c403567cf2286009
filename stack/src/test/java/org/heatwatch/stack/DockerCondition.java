package org.heatwatch.stack;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Whether Testcontainers reaches a Docker engine. */
final class DockerCondition implements ExecutionCondition {
    private final BooleanSupplier engine;

    DockerCondition() {
        this(() -> DockerClientFactory.instance().isDockerAvailable());
    }

    DockerCondition(BooleanSupplier engine) {
        this.engine = engine;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return evaluate();
    }

    ConditionEvaluationResult evaluate() {
        return engine.getAsBoolean()
                ? ConditionEvaluationResult.enabled("a Docker engine answers")
                : ConditionEvaluationResult.disabled(
                        "skipped: LocalStack tests need a Docker engine; run ./heatwatch doctor");
    }
}
