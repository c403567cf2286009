package org.heatwatch.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.digest.Sha256;

/**
 * Checks the tools that only tests need. Tests whose tool is absent are skipped and reported.
 *
 * @param probe runs programs
 * @param browsers paths at which Chromium may be installed
 * @param root folder of the project
 */
public record TestTools(ProgramProbe probe, List<Path> browsers, Path root) {
    /** Paths at which Chromium may be installed; the tests use the first one that exists. */
    public static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private static final String FOR_TESTS = "needed only for ./heatwatch test";
    private static final String JUDGES = "API judges";
    private static final int OLDEST_PYTHON = 10;
    private static final int OLDEST_NODE = 20;
    private static final Pattern NODE_VERSION = Pattern.compile("v(\\d{1,4})\\..*");
    private static final int DIGEST_LENGTH = 12;

    public TestTools {
        browsers = List.copyOf(browsers);
    }

    /** One finding per tool; a tool comes after those that it needs. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(new LocalStackCheck(probe).findings());
        findings.addAll(List.of(chromium(), node(), ogrinfo(), judges()));
        return List.copyOf(findings);
    }

    private Finding chromium() {
        return browsers.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> Finding.ofTests("Chromium", true, found.toString()))
                .orElseGet(() -> absent("Chromium", "not found: apt-get install chromium fonts-nanum", "the pages"));
    }

    private Finding node() {
        return probe.find("node")
                .map(program -> probe.run(program, "--version"))
                .filter(answer -> answer.works() && nodeMajor(answer.text()) >= OLDEST_NODE)
                .map(answer -> Finding.ofTests("Node", true, answer.text()))
                .orElseGet(() -> absent(
                        "Node",
                        "version %d or newer not found: apt-get install nodejs, or install a newer version"
                                .formatted(OLDEST_NODE),
                        "the scripts of the pages"));
    }

    /** The major version of a text such as {@code v20.20.2}; 0 for any other text. */
    private static int nodeMajor(String version) {
        Matcher found = NODE_VERSION.matcher(version);
        return found.matches() ? Integer.parseInt(found.group(1)) : 0;
    }

    private Finding ogrinfo() {
        return probe.find("ogrinfo")
                .map(program -> probe.run(program, "--version"))
                .filter(ProgramProbe.Answer::works)
                .map(answer -> Finding.ofTests("ogrinfo", true, answer.text()))
                .orElseGet(() -> absent("ogrinfo", "not found: apt-get install gdal-bin", "validation of the API"));
    }

    /** The Python tools that validate the API; pip downloads them at first use. */
    private Finding judges() {
        Optional<ProgramProbe.Answer> python = probe.find("python3")
                .map(program -> probe.run(
                        program, "-c", "import sys, pip, venv; print('%d.%d' % sys.version_info[:2], pip.__version__)"))
                .filter(ProgramProbe.Answer::works);
        if (python.isEmpty()) {
            return absent(JUDGES, "no python3 with pip and venv: apt-get install python3 python3-pip", "the API");
        }
        String version = python.get().text().split(" ", 2)[0];
        if (minor(version) < OLDEST_PYTHON) {
            return absent(JUDGES, "Python %s is too old, 3.%d is needed".formatted(version, OLDEST_PYTHON), "the API");
        }
        Path requirements = root.resolve("libraries/api/judges/requirements.txt");
        Path tools = root.resolve("tools/stack/target/tools").resolve("requirements-" + digest(requirements, version));
        return Files.exists(tools.resolve("complete"))
                ? Finding.ofTests(JUDGES, true, "Python %s, tools in %s".formatted(version, root.relativize(tools)))
                : absent(
                        JUDGES,
                        "not downloaded yet: ./heatwatch test downloads them with pip of Python %s".formatted(version),
                        "the API");
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

    private static Finding absent(String what, String detail, String purpose) {
        return Finding.ofTests(what, false, "%s; %s, for %s".formatted(detail, FOR_TESTS, purpose));
    }
}
