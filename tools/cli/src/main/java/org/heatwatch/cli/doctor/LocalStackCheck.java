package org.heatwatch.cli.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks Docker and the image of LocalStack, which the tests of the whole stack need.
 *
 * @param probe runs Docker
 */
public record LocalStackCheck(ProgramProbe probe) {
    public static final String OFFICIAL_IMAGE = "localstack/localstack:4.14.0";
    public static final String OWN_IMAGE = "heatwatch/localstack:4.14.0";
    public static final String OWN_RUNTIME = "heatwatch/lambda-java:25";
    public static final String IMAGE_VARIABLE = "HEATWATCH_LOCALSTACK_IMAGE";
    public static final List<String> OWN_SETTINGS = List.of(
            IMAGE_VARIABLE,
            "TESTCONTAINERS_RYUK_DISABLED",
            "TESTCONTAINERS_CHECKS_DISABLE",
            "TESTCONTAINERS_HOST_OVERRIDE");

    private static final String DOCKER = "Docker";
    private static final String LOCALSTACK = "LocalStack";
    private static final String FOR_ALL_TESTS = "needed only for ./heatwatch test --all";
    private static final String BUILD = "tools/stack/localstack-image/build";
    private static final String SETTINGS = "'. tools/stack/localstack-image/env'";

    /** The findings for Docker and for LocalStack. */
    public List<Finding> findings() {
        Finding docker = docker();
        return List.of(docker, localStack(docker.works()));
    }

    private Finding docker() {
        Optional<Path> program = probe.find("docker");
        if (program.isEmpty()) {
            return absent(DOCKER, "no command docker: apt-get install docker.io");
        }
        ProgramProbe.Answer answer = probe.run(program.get(), "info", "--format", "{{.ServerVersion}}");
        if (answer.works()) {
            return Finding.ofTests(DOCKER, true, "engine " + answer.text());
        }
        return absent(
                DOCKER,
                "%s is installed but no engine answers: start dockerd or Docker Desktop".formatted(program.get()));
    }

    private Finding localStack(boolean hasEngine) {
        if (!hasEngine) {
            return absent(LOCALSTACK, "not checked without a Docker engine");
        }
        Map<String, String> environment = probe.environment();
        String image = environment.getOrDefault(IMAGE_VARIABLE, OFFICIAL_IMAGE);
        if (image.equals(OWN_IMAGE)) {
            return ownLocalStack(environment);
        }
        if (isImage(image)) {
            return Finding.ofTests(LOCALSTACK, true, "image " + image);
        }
        if (isImage(OWN_IMAGE) && image.equals(OFFICIAL_IMAGE)) {
            return absent(
                    LOCALSTACK, "image %s exists, but its settings are missing: %s".formatted(OWN_IMAGE, SETTINGS));
        }
        return absent(
                LOCALSTACK,
                "no image %s: the tests pull it; without access to a registry: %s, then %s"
                        .formatted(image, BUILD, SETTINGS));
    }

    private Finding ownLocalStack(Map<String, String> environment) {
        List<String> missing = List.of(OWN_IMAGE, OWN_RUNTIME).stream()
                .filter(image -> !isImage(image))
                .toList();
        if (!missing.isEmpty()) {
            return absent(LOCALSTACK, "no image %s: %s".formatted(String.join(" and ", missing), BUILD));
        }
        List<String> unset = OWN_SETTINGS.stream()
                .filter(name -> !environment.containsKey(name))
                .toList();
        return unset.isEmpty()
                ? Finding.ofTests(
                        LOCALSTACK, true, "image %s, settings of tools/stack/localstack-image/env".formatted(OWN_IMAGE))
                : absent(LOCALSTACK, "%s is not set: %s".formatted(String.join(", ", unset), SETTINGS));
    }

    private boolean isImage(String name) {
        return probe.find("docker")
                .map(docker -> probe.run(docker, "image", "inspect", "--format", "{{.Id}}", name))
                .filter(ProgramProbe.Answer::works)
                .isPresent();
    }

    private static Finding absent(String what, String detail) {
        return Finding.ofTests(what, false, detail + "; " + FOR_ALL_TESTS);
    }
}
