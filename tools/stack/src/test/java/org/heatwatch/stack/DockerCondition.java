package org.heatwatch.stack;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;

/** Checks whether Testcontainers can use a Docker engine that has the LocalStack image or can pull it. */
final class DockerCondition implements ExecutionCondition {
    private final BooleanSupplier engine;
    private final BooleanSupplier image;

    DockerCondition() {
        this(() -> DockerClientFactory.instance().isDockerAvailable(), ImageOfProject::isThere);
    }

    DockerCondition(BooleanSupplier engine, BooleanSupplier image) {
        this.engine = engine;
        this.image = image;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return evaluate();
    }

    ConditionEvaluationResult evaluate() {
        if (!engine.getAsBoolean()) {
            return ConditionEvaluationResult.disabled(
                    "skipped: LocalStack tests need a Docker engine; run ./heatwatch doctor");
        }
        // In CI a missing image is a failure.
        if (System.getenv("CI") == null && !image.getAsBoolean()) {
            return ConditionEvaluationResult.disabled(
                    "skipped: LocalStack tests need the image %s, which cannot be pulled; run ./heatwatch doctor"
                            .formatted(LocalCloud.IMAGE.asCanonicalNameString()));
        }
        return ConditionEvaluationResult.enabled("a Docker engine is available");
    }

    /** Determined once, because a failing pull takes long. */
    private static final class ImageOfProject {
        private static final boolean IS_THERE = find();

        private static boolean find() {
            try {
                return !new RemoteDockerImage(LocalCloud.IMAGE).get().isEmpty();
            } catch (RuntimeException _) {
                return false;
            }
        }

        static boolean isThere() {
            return IS_THERE;
        }
    }
}
