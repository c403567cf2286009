package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs on the path are real ones, small scripts in a folder of the test. */
final class TestToolsTest {
    private static final String ENGINE = "info) echo 28.5.2;;";

    @TempDir
    private Path programs;

    private final Map<String, String> environment = new HashMap<>();

    private void install(String name, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** An engine that has these images. */
    private void installDocker(String... images) throws IOException {
        install(
                "docker",
                "case \"$1\" in %s image) case \" %s \" in *\" $5 \"*) echo sha256:1;; *) exit 1;; esac;; esac"
                        .formatted(ENGINE, String.join(" ", images)));
    }

    private Finding find(String what, Path... browsers) {
        environment.put("PATH", programs.toString());
        return new TestTools(environment, List.of(browsers), Installation.file(""), 5)
                .findings().stream()
                        .filter(finding -> finding.what().equals(what))
                        .findFirst()
                        .orElseThrow();
    }

    private void assertAbsent(String what, String... words) {
        Finding finding = find(what);
        assertThat(finding.state()).isEqualTo("absent");
        assertThat(finding.detail()).contains(words).doesNotContain("\n");
    }

    private void assertOk(String what, String detail) {
        assertThat(find(what)).isEqualTo(Finding.ofTests(what, true, detail));
    }

    @Test
    void onABareMachineEachThingIsAbsentAndSaysHowToGetItAndWhatFor() {
        assertAbsent("Docker", "no command docker", "apt-get install docker.io", "./heatwatch test --all");
        assertAbsent("LocalStack", "not looked for without a Docker engine", "./heatwatch test --all");
        assertAbsent("Chromium", "apt-get install chromium fonts-nanum", "needed only for ./heatwatch test");
        assertAbsent("Node", "20 or newer", "needed only for ./heatwatch test");
        assertAbsent("ogrinfo", "apt-get install gdal-bin", "needed only for ./heatwatch test");
        assertAbsent("API judges", "apt-get install python3 python3-pip", "needed only for ./heatwatch test");
    }

    @Test
    void aCommandWithoutAnEngineIsNoDocker() throws IOException {
        install("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");
        assertAbsent("Docker", "docker is there and no engine answers", "start dockerd");
        assertAbsent("LocalStack", "not looked for");
    }

    @Test
    void anEngineThatHangsIsGivenUp() throws IOException {
        install("docker", "while :; do :; done");
        environment.put("PATH", programs.toString());
        assertThat(new TestTools(environment, List.of(), Installation.file(""), 0)
                        .findings()
                        .getFirst()
                        .detail())
                .contains("no engine answers");
    }

    @Test
    void theOfficialImageIsEnoughByItself() throws IOException {
        installDocker(TestTools.OFFICIAL_IMAGE);
        assertOk("Docker", "engine 28.5.2");
        assertOk("LocalStack", "image localstack/localstack:4.14.0");
    }

    @Test
    void withoutAnyImageBothWaysToOneAreTold() throws IOException {
        installDocker();
        assertAbsent(
                "LocalStack",
                "no image localstack/localstack:4.14.0: the tests pull it",
                "tools/stack/localstack-image/build, then '. tools/stack/localstack-image/env'");
    }

    @Test
    void theBuiltImageNeedsItsSettingsAndItsRuntime() throws IOException {
        installDocker(TestTools.OWN_IMAGE, TestTools.OWN_RUNTIME);
        assertAbsent("LocalStack", "its settings are not: '. tools/stack/localstack-image/env'");
        environment.put(TestTools.IMAGE_VARIABLE, TestTools.OWN_IMAGE);
        assertAbsent("LocalStack", "TESTCONTAINERS_RYUK_DISABLED, TESTCONTAINERS_CHECKS_DISABLE", "is not set");
        TestTools.OWN_SETTINGS.forEach(name -> environment.putIfAbsent(name, "true"));
        assertOk("LocalStack", "image heatwatch/localstack:4.14.0, settings of tools/stack/localstack-image/env");
        installDocker(TestTools.OWN_IMAGE);
        assertAbsent("LocalStack", "no image heatwatch/lambda-java:25: tools/stack/localstack-image/build");
    }

    @Test
    void anImageOfOnesOwnIsLookedForByItsName() throws IOException {
        environment.put(TestTools.IMAGE_VARIABLE, "mirror/localstack:1");
        installDocker("mirror/localstack:1");
        assertOk("LocalStack", "image mirror/localstack:1");
        installDocker(TestTools.OWN_IMAGE);
        assertAbsent("LocalStack", "no image mirror/localstack:1");
    }

    @Test
    void theFirstBrowserThatIsThereIsTheOneOfTheTests() throws IOException {
        install("chromium", "");
        Finding finding = find("Chromium", programs.resolve("none"), programs.resolve("chromium"));
        assertThat(finding).isEqualTo(Finding.ofTests("Chromium", true, programs + "/chromium"));
    }

    @Test
    void nodeMustBeNewEnough() throws IOException {
        install("node", "echo v20.20.2");
        assertOk("Node", "v20.20.2");
        install("node", "echo v18.20.4");
        assertAbsent("Node", "none of version 20 or newer");
        install("node", "echo a version that nobody knows");
        assertAbsent("Node", "none of version 20 or newer");
    }

    @Test
    void ogrinfoSaysItsVersion() throws IOException {
        install("ogrinfo", "echo 'GDAL 3.6.2, released 2023/01/02'");
        assertOk("ogrinfo", "GDAL 3.6.2, released 2023/01/02");
        install("ogrinfo", "echo 'libgdal.so.32: cannot open shared object file' >&2; exit 127");
        assertAbsent("ogrinfo", "apt-get install gdal-bin");
    }

    @Test
    void judgesNeedAPythonThatIsNewEnoughAndHasPip() throws IOException {
        install("python3", "echo 3.9 20.3");
        assertAbsent("API judges", "Python 3.9 is too old, 3.10 is needed");
        install("python3", "echo \"No module named 'pip'\" >&2; exit 1");
        assertAbsent("API judges", "no python3 with pip and venv");
    }

    @Test
    void judgesAreThereOnceTheirToolsAreFetched(@TempDir Path root) throws IOException {
        install("python3", "echo 3.11 23.0");
        Path requirements =
                Files.createDirectories(root.resolve("libraries/api/judges")).resolve("requirements.txt");
        Files.writeString(requirements, "pystac==1.15.2\n");
        environment.put("PATH", programs.toString());
        TestTools tools = new TestTools(environment, List.of(), root, 5);
        assertThat(tools.findings().getLast().detail()).startsWith("not fetched yet: ./heatwatch test does");
        // SHA-256 of the file's text and the version behind it, as tools/stack/checks/tools.py takes it.
        Path fetched = root.resolve("tools/stack/target/tools/requirements-%s".formatted(DIGEST));
        Files.createDirectories(fetched);
        Files.createFile(fetched.resolve("complete"));
        assertThat(tools.findings().getLast())
                .isEqualTo(Finding.ofTests("API judges", true, "Python 3.11, tools in " + root.relativize(fetched)));
    }

    private static final String DIGEST = "c0ff2f14554b";

    @Test
    void theImagesAndSettingsAreThoseOfTheTests() throws IOException {
        assertThat(Files.readString(Installation.file("tools/stack/src/test/java/org/heatwatch/stack/LocalCloud.java")))
                .contains("\"" + TestTools.OFFICIAL_IMAGE + "\"", "\"" + TestTools.IMAGE_VARIABLE + "\"");
        assertThat(Files.readString(Installation.file("tools/stack/localstack-image/build")))
                .contains("\"" + TestTools.OWN_IMAGE + "\"", "\"" + TestTools.OWN_RUNTIME + "\"");
        assertThat(Files.readAllLines(Installation.file("tools/stack/localstack-image/env")).stream()
                        .filter(line -> line.startsWith("export "))
                        .map(line -> line.substring("export ".length(), line.indexOf('='))))
                .containsExactlyElementsOf(TestTools.OWN_SETTINGS);
    }
}
