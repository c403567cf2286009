package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.ledger.Definitions;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.RemovedSite;
import org.junit.jupiter.api.Test;

final class SiteEraserIT {
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 5);
    private static final int SCENES = 60;

    @Test
    void theDataOfARemovedSiteAreDeletedAlsoAfterAnInterruptionAndOthersStay() throws Exception {
        LocalDynamo dynamo = new LocalDynamo();
        LocalS3 s3 = new LocalS3();
        try {
            LedgerTable table = new LedgerTable(dynamo.client(), dynamo.emptyTable());
            Ledger ledger = new DynamoLedger(table);
            S3ClipStore clips = new S3ClipStore(s3.directClient(), LocalS3.BUCKET);
            for (String site : List.of("here", "here-too")) {
                ledger.putSite(Definitions.small(site, "116/34"));
                new DynamoNotificationTimes(table).record(site, Instant.EPOCH);
                for (int i = 0; i < SCENES; i++) {
                    String day = FIRST.plusDays(16L * i).toString().replace("-", "");
                    ledger.record(site, LedgerScenes.resolved("LC08_L1TP_116034_%s_%s_02_T1".formatted(day, day), 5));
                    clips.put("clips/" + site + "/" + i + ".tif", new byte[] {1});
                }
            }
            SiteEraser eraser = new SiteEraser(table, s3.directClient(), LocalS3.BUCKET);
            assertThatThrownBy(() -> eraser.erase("here", _ -> {})).hasMessageContaining("remove it first");
            ledger.removeSite("here");
            assertThatThrownBy(() -> eraser.erase("here", deleted -> {
                        if (deleted > 0) {
                            throw new IllegalStateException("stopped");
                        }
                    }))
                    .hasMessage("stopped");
            List<Long> progress = new ArrayList<>();
            eraser.erase("here", progress::add);
            assertThat(progress)
                    .isSorted()
                    .last()
                    .satisfies(deleted -> assertThat(deleted).isGreaterThan(3L * SCENES));
            assertThat(ledger.scenes("here")).isEmpty();
            assertThat(ledger.intake("here")).isEmpty();
            assertThat(clips.get("clips/here/3.tif")).isEmpty();
            RemovedSite removed = ledger.removedSite("here").orElseThrow();
            assertThat(removed.definition()).isEmpty();
            assertThat(removed.next(Definitions.text("here", "116/34"), "test").boundsVersion())
                    .as("no clip of an earlier version is taken for one of this")
                    .isEqualTo(2);
            assertThat(ledger.sampledScenes("here-too")).hasSize(SCENES);
            assertThat(clips.get("clips/here-too/3.tif")).isPresent();
        } finally {
            s3.close();
            dynamo.close();
        }
    }
}
