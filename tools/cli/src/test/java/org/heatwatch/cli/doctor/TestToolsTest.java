package org.heatwatch.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.cli.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs on the path are small scripts in a folder of the test. */
final class TestToolsTest {
    private static final String ENGINE = "info) echo 28.5.2;;";

    @TempDir
    private Path programs;

    private final Map<String, String> environment = new HashMap<>();

    private void install(String name, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Installs an engine with these images. */
    private void installDocker(String... images) throws IOException {
        install(
                "docker",
                "case \"$1\" in %s image) case \" %s \" in *\" $5 \"*) echo sha256:1;; *) exit 1;; esac;; esac"
                        .formatted(ENGINE, String.join(" ", images)));
    }

    private Finding find(String what, Path... browsers) {
        environment.put("PATH", programs.toString());
        return new TestTools(new ProgramProbe(environment, 5), List.of(browsers), Installation.file(""))
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
    void withoutToolsEachFindingSaysHowToInstallItAndWhatNeedsIt() {
        assertAbsent("Docker", "no command docker", "apt-get install docker.io", "./heatwatch test --all");
        assertAbsent("LocalStack", "not checked without a Docker engine", "./heatwatch test --all");
        assertAbsent("Chromium", "apt-get install chromium fonts-nanum", "needed only for ./heatwatch test");
        assertAbsent("Node", "20 or newer", "needed only for ./heatwatch test");
        assertAbsent("ogrinfo", "apt-get install gdal-bin", "needed only for ./heatwatch test");
        assertAbsent("API judges", "apt-get install python3 python3-pip", "needed only for ./heatwatch test");
    }

    @Test
    void dockerWithoutAnEngineIsAbsent() throws IOException {
        install("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");
        assertAbsent("Docker", "docker is installed but no engine answers", "start dockerd");
        assertAbsent("LocalStack", "not checked");
    }

    @Test
    void anEngineThatHangsIsStopped() throws IOException {
        install("docker", "while :; do :; done");
        environment.put("PATH", programs.toString());
        assertThat(new TestTools(new ProgramProbe(environment, 0), List.of(), Installation.file(""))
                        .findings()
                        .getFirst()
                        .detail())
                .contains("no engine answers");
    }

    @Test
    void theOfficialImageNeedsNoSettings() throws IOException {
        installDocker(LocalStackCheck.OFFICIAL_IMAGE);
        assertOk("Docker", "engine 28.5.2");
        assertOk("LocalStack", "image localstack/localstack:4.14.0");
    }

    @Test
    void withoutAnImageBothWaysToGetOneAreExplained() throws IOException {
        installDocker();
        assertAbsent(
                "LocalStack",
                "no image localstack/localstack:4.14.0: the tests pull it",
                "tools/stack/localstack-image/build, then '. tools/stack/localstack-image/env'");
    }

    @Test
    void theLocallyBuiltImageNeedsItsSettingsAndItsRuntime() throws IOException {
        installDocker(LocalStackCheck.OWN_IMAGE, LocalStackCheck.OWN_RUNTIME);
        assertAbsent("LocalStack", "its settings are missing: '. tools/stack/localstack-image/env'");
        environment.put(LocalStackCheck.IMAGE_VARIABLE, LocalStackCheck.OWN_IMAGE);
        assertAbsent("LocalStack", "TESTCONTAINERS_RYUK_DISABLED, TESTCONTAINERS_CHECKS_DISABLE", "is not set");
        LocalStackCheck.OWN_SETTINGS.forEach(name -> environment.putIfAbsent(name, "true"));
        assertOk("LocalStack", "image heatwatch/localstack:4.14.0, settings of tools/stack/localstack-image/env");
        installDocker(LocalStackCheck.OWN_IMAGE);
        assertAbsent("LocalStack", "no image heatwatch/lambda-java:25: tools/stack/localstack-image/build");
    }

    @Test
    void aConfiguredImageIsFoundByItsName() throws IOException {
        environment.put(LocalStackCheck.IMAGE_VARIABLE, "mirror/localstack:1");
        installDocker("mirror/localstack:1");
        assertOk("LocalStack", "image mirror/localstack:1");
        installDocker(LocalStackCheck.OWN_IMAGE);
        assertAbsent("LocalStack", "no image mirror/localstack:1");
    }

    @Test
    void theFirstBrowserThatExistsIsUsed() throws IOException {
        install("chromium", "");
        Finding finding = find("Chromium", programs.resolve("none"), programs.resolve("chromium"));
        assertThat(finding).isEqualTo(Finding.ofTests("Chromium", true, programs + "/chromium"));
    }

    @Test
    void nodeMustBeNewEnough() throws IOException {
        install("node", "echo v20.20.2");
        assertOk("Node", "v20.20.2");
        install("node", "echo v18.20.4");
        assertAbsent("Node", "version 20 or newer not found");
        install("node", "echo an unknown version");
        assertAbsent("Node", "version 20 or newer not found");
    }

    @Test
    void ogrinfoReportsItsVersion() throws IOException {
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
    void judgesAreFoundOnceTheirToolsAreDownloaded(@TempDir Path root) throws IOException {
        install("python3", "echo 3.11 23.0");
        Path requirements =
                Files.createDirectories(root.resolve("libraries/api/judges")).resolve("requirements.txt");
        Files.writeString(requirements, "pystac==1.15.2\n");
        environment.put("PATH", programs.toString());
        TestTools tools = new TestTools(new ProgramProbe(environment, 5), List.of(), root);
        assertThat(tools.findings().getLast().detail())
                .startsWith("not downloaded yet: ./heatwatch test downloads them");
        // SHA-256 of the content of the file followed by the version, as in tools/stack/checks/tools.py.
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
                .contains("\"" + LocalStackCheck.OFFICIAL_IMAGE + "\"", "\"" + LocalStackCheck.IMAGE_VARIABLE + "\"");
        assertThat(Files.readString(Installation.file("tools/stack/localstack-image/build")))
                .contains("\"" + LocalStackCheck.OWN_IMAGE + "\"", "\"" + LocalStackCheck.OWN_RUNTIME + "\"");
        assertThat(Files.readAllLines(Installation.file("tools/stack/localstack-image/env")).stream()
                        .filter(line -> line.startsWith("export "))
                        .map(line -> line.substring("export ".length(), line.indexOf('='))))
                .containsExactlyElementsOf(LocalStackCheck.OWN_SETTINGS);
    }
}
