package org.heatwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;

/** Tests the self-tests of the deployed functions, which operators request after a deployment. */
@NeedsDocker
final class SelfTestIT {
    private static JsonNode selfTest(Watch watch, String function) {
        return Mailbox.json(watch.cloud()
                .lambda()
                .invoke(r -> r.functionName(watch.stack().id(function))
                        .payload(SdkBytes.fromUtf8String("{\"selfTest\": true}")))
                .payload()
                .asUtf8String());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClipFunction", "ScoreFunction", "AlertFunction", "ReconcileFunction", "QueryFunction"})
    void everyFunctionPasses(String function) {
        JsonNode answer = selfTest(SharedWatch.get(), function);
        assertThat(answer.path("selfTest").asText()).as(answer.toString()).isEqualTo("passed");
        assertThat(answer.at("/checks/table").asText()).endsWith("can be read");
    }

    @Test
    void clipStatesTheVersionOfGdalAndDecodesATile() {
        assertThat(selfTest(SharedWatch.get(), "ClipFunction")
                        .at("/checks/gdal")
                        .asText())
                .containsPattern("3\\.\\d+.*/opt/lib/.*decoded a tile");
    }

    @Test
    void doctorRepeatsTheSelfTestsAndMissesRecipients() throws IOException, InterruptedException {
        String name = "heatwatch";
        Watch watch = SharedWatch.get();
        CommandLine doctor = CommandLine.run(
                Map.of(
                        "AWS_ENDPOINT_URL", watch.cloud().endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test"),
                "",
                "doctor",
                "--stack",
                name);
        assertThat(doctor.out())
                .containsPattern("ok +clip .*decoded a tile")
                .containsPattern("ok +score ")
                .containsPattern("ok +alert ")
                .containsPattern("ok +reconcile .*archive")
                .containsPattern("ok +query .*clips");
        assertThat(doctor.err()).doesNotContain("Exception");
    }

    @Test
    void withoutItsLayerClipFails() throws InterruptedException {
        try (LocalCloud cloud = LocalCloud.withoutLayer()) {
            Watch watch = Watch.begin(cloud, "heatwatch-bare", Repository.text("template.yaml"));
            JsonNode answer = selfTest(watch, "ClipFunction");
            assertThat(answer.path("selfTest").asText()).isEqualTo("failed");
            assertThat(answer.at("/failures/gdal").asText()).contains("No GDAL library");
            assertThat(selfTest(watch, "ScoreFunction").path("selfTest").asText())
                    .isEqualTo("passed");
        }
    }
}
