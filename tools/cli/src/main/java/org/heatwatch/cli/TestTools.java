package org.heatwatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.digest.Sha256;

/** Looks for what tests need and no command does. Tests without it are skipped, and say so. */
final class TestTools {
    /** Where Chromium may be; the tests take the first that is there. */
    static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    static final String OFFICIAL_IMAGE = "localstack/localstack:4.14.0";
    static final String OWN_IMAGE = "heatwatch/localstack:4.14.0";
    static final String OWN_RUNTIME = "heatwatch/lambda-java:25";
    static final String IMAGE_VARIABLE = "HEATWATCH_LOCALSTACK_IMAGE";
    static final List<String> OWN_SETTINGS = List.of(
            IMAGE_VARIABLE,
            "TESTCONTAINERS_RYUK_DISABLED",
            "TESTCONTAINERS_CHECKS_DISABLE",
            "TESTCONTAINERS_HOST_OVERRIDE");

    private static final String FOR_ALL_TESTS = "needed only for ./heatwatch test --all";
    private static final String FOR_TESTS = "needed only for ./heatwatch test";
    private static final String BUILD = "tools/stack/localstack-image/build";
    private static final String SETTINGS = "'. tools/stack/localstack-image/env'";
    private static final int OLDEST_PYTHON = 10;
    private static final int OLDEST_NODE = 20;
    private static final Pattern NODE_VERSION = Pattern.compile("v(\\d{1,4})\\..*");
    private static final int DIGEST_LENGTH = 12;

    private final Map<String, String> environment;
    private final List<Path> browsers;
    private final Path root;
    private final int patienceSeconds;

    /**
     * @param environment variables of the shell, of which {@code PATH} says where programs are
     * @param browsers where Chromium may be
     * @param root folder of the project
     * @param patienceSeconds how long a program may take to answer
     */
    TestTools(Map<String, String> environment, List<Path> browsers, Path root, int patienceSeconds) {
        this.environment = environment;
        this.browsers = browsers;
        this.root = root;
        this.patienceSeconds = patienceSeconds;
    }

    /** One for each, in the order in which they depend on each other. */
    List<Finding> findings() {
        Finding docker = docker();
        return List.of(docker, localStack(docker.works()), chromium(), node(), ogrinfo(), judges());
    }

    private Finding docker() {
        Optional<Path> program = program("docker");
        if (program.isEmpty()) {
            return Finding.ofTests("Docker", false, "no command docker: apt-get install docker.io; " + FOR_ALL_TESTS);
        }
        Answer answer = ask(program.get(), "info", "--format", "{{.ServerVersion}}");
        if (answer.works()) {
            return Finding.ofTests("Docker", true, "engine " + answer.text());
        }
        return Finding.ofTests(
                "Docker",
                false,
                "%s is there and no engine answers: start dockerd or Docker Desktop; %s"
                        .formatted(program.get(), FOR_ALL_TESTS));
    }

    private Finding localStack(boolean hasEngine) {
        String what = "LocalStack";
        if (!hasEngine) {
            return Finding.ofTests(what, false, "not looked for without a Docker engine; " + FOR_ALL_TESTS);
        }
        String image = environment.getOrDefault(IMAGE_VARIABLE, OFFICIAL_IMAGE);
        if (image.equals(OWN_IMAGE)) {
            return ownLocalStack();
        }
        if (isImage(image)) {
            return Finding.ofTests(what, true, "image " + image);
        }
        if (isImage(OWN_IMAGE) && image.equals(OFFICIAL_IMAGE)) {
            return Finding.ofTests(
                    what,
                    false,
                    "image %s is there, its settings are not: %s; %s".formatted(OWN_IMAGE, SETTINGS, FOR_ALL_TESTS));
        }
        return Finding.ofTests(
                what,
                false,
                "no image %s: the tests pull it, or where none can be pulled: %s, then %s; %s"
                        .formatted(image, BUILD, SETTINGS, FOR_ALL_TESTS));
    }

    private Finding ownLocalStack() {
        List<String> missing = List.of(OWN_IMAGE, OWN_RUNTIME).stream()
                .filter(image -> !isImage(image))
                .toList();
        if (!missing.isEmpty()) {
            return Finding.ofTests(
                    "LocalStack",
                    false,
                    "no image %s: %s; %s".formatted(String.join(" and ", missing), BUILD, FOR_ALL_TESTS));
        }
        List<String> unset = OWN_SETTINGS.stream()
                .filter(name -> !environment.containsKey(name))
                .toList();
        return unset.isEmpty()
                ? Finding.ofTests(
                        "LocalStack",
                        true,
                        "image %s, settings of tools/stack/localstack-image/env".formatted(OWN_IMAGE))
                : Finding.ofTests(
                        "LocalStack",
                        false,
                        "%s is not set: %s; %s".formatted(String.join(", ", unset), SETTINGS, FOR_ALL_TESTS));
    }

    private boolean isImage(String name) {
        return program("docker")
                .map(docker -> ask(docker, "image", "inspect", "--format", "{{.Id}}", name))
                .filter(Answer::works)
                .isPresent();
    }

    private Finding chromium() {
        return browsers.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> Finding.ofTests("Chromium", true, found.toString()))
                .orElseGet(() -> Finding.ofTests(
                        "Chromium",
                        false,
                        "none: apt-get install chromium fonts-nanum; " + FOR_TESTS + ", for the pages"));
    }

    private Finding node() {
        return program("node")
                .map(program -> ask(program, "--version"))
                .filter(answer -> answer.works() && nodeMajor(answer.text()) >= OLDEST_NODE)
                .map(answer -> Finding.ofTests("Node", true, answer.text()))
                .orElseGet(() -> Finding.ofTests(
                        "Node",
                        false,
                        "none of version %d or newer: apt-get install nodejs, or install a newer one; %s, for the scripts of the pages"
                                .formatted(OLDEST_NODE, FOR_TESTS)));
    }

    /** Of an answer such as {@code v20.20.2}; 0 if it is another. */
    private static int nodeMajor(String version) {
        Matcher found = NODE_VERSION.matcher(version);
        return found.matches() ? Integer.parseInt(found.group(1)) : 0;
    }

    private Finding ogrinfo() {
        return program("ogrinfo")
                .map(program -> ask(program, "--version"))
                .filter(Answer::works)
                .map(answer -> Finding.ofTests("ogrinfo", true, answer.text()))
                .orElseGet(() -> Finding.ofTests(
                        "ogrinfo", false, "none: apt-get install gdal-bin; " + FOR_TESTS + ", as a judge of the API"));
    }

    /** The Python tools that judge the API: fetched by pip when they are first needed. */
    private Finding judges() {
        String what = "API judges";
        Optional<Path> python = program("python3");
        Optional<Answer> asked = python.map(program ->
                ask(program, "-c", "import sys, pip, venv; print('%d.%d' % sys.version_info[:2], pip.__version__)"));
        if (asked.isEmpty() || !asked.get().works()) {
            return Finding.ofTests(
                    what,
                    false,
                    "no python3 with pip and venv: apt-get install python3 python3-pip; " + FOR_TESTS
                            + ", for the API");
        }
        String version = asked.get().text().split(" ", 2)[0];
        if (minor(version) < OLDEST_PYTHON) {
            return Finding.ofTests(
                    what,
                    false,
                    "Python %s is too old, 3.%d is needed; %s, for the API"
                            .formatted(version, OLDEST_PYTHON, FOR_TESTS));
        }
        Path requirements = root.resolve("libraries/api/judges/requirements.txt");
        Path fetched =
                root.resolve("tools/stack/target/tools").resolve("requirements-" + digest(requirements, version));
        return Files.exists(fetched.resolve("complete"))
                ? Finding.ofTests(what, true, "Python %s, tools in %s".formatted(version, root.relativize(fetched)))
                : Finding.ofTests(
                        what,
                        false,
                        "not fetched yet: ./heatwatch test does, with pip of Python %s; %s, for the API"
                                .formatted(version, FOR_TESTS));
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }

    /** As {@code tools/stack/checks/tools.py} names the folder of tools. */
    private static String digest(Path requirements, String python) {
        try {
            return Sha256.hex(Files.readAllBytes(requirements), python.getBytes(StandardCharsets.UTF_8))
                    .substring(0, DIGEST_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> program(String name) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** @param text the last line that was printed */
    private record Answer(boolean works, String text) {}

    private Answer ask(Path program, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path printed = null;
        try {
            // To a file: a program that hangs must not hang who reads its output.
            printed = Files.createTempFile("heatwatch-doctor", ".txt");
            Process process = builder.redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(printed.toFile())
                    .start();
            if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Answer(false, "");
            }
            List<String> lines = Files.readString(printed).strip().lines().toList();
            return new Answer(process.exitValue() == 0, lines.isEmpty() ? "" : lines.getLast());
        } catch (IOException e) {
            return new Answer(false, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, "");
        } finally {
            delete(printed);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
