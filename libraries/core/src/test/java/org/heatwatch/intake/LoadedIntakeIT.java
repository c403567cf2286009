package org.heatwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten thousand notifications, each twice or more and in any order, of products of which some are corrupt. */
final class LoadedIntakeIT {
    private static final int ACQUISITIONS = 1250;
    private static final int COPIES = 4;
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final MemoryArchive ARCHIVE = new MemoryArchive();
    private static final List<String> PRODUCTS = new ArrayList<>();

    private record Result(List<SceneRecord> scenes, List<IntakeRecord> outcomes) {}

    @BeforeAll
    static void publish() {
        for (int i = 0; i < ACQUISITIONS; i++) {
            LocalDate day = FIRST.plusDays(i);
            publish(day, day.plusDays(1), "RT", "PRELIMINARY");
            publish(day, day.plusDays(14), "T1", i % 50 == 7 ? "CORRUPT" : "FINAL");
        }
    }

    private static void publish(LocalDate acquired, LocalDate processed, String tier, String pointing) {
        String id = "LC08_L1TP_116034_%s_%s_02_%s"
                .formatted(
                        acquired.format(DateTimeFormatter.BASIC_ISO_DATE),
                        processed.format(DateTimeFormatter.BASIC_ISO_DATE),
                        tier);
        ARCHIVE.with(id, pointing, _ -> MemoryArchive.CLEAR);
        PRODUCTS.add(id);
    }

    private static Result inOrderOf(long seed) {
        Ledger ledger = Ledgers.inMemory();
        ledger.putSite(SiteDefinition.first(MemoryArchive.SITE, "test"));
        ProductIntake intake = new ProductIntake(
                ARCHIVE, new MemoryClips(), ClipStore.none(), new CloudedSampleExtractor(1), ledger, _ -> {});
        NotificationProcessor processor = new NotificationProcessor(
                ledger, intake, "usgs-landsat", /* maxReceiveCount= */ 1, NotificationTimes.none(), _ -> {});
        List<String> messages = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            messages.addAll(PRODUCTS);
        }
        Collections.shuffle(messages, new Random(seed));
        assertThat(messages).hasSize(10_000);
        for (String id : messages) {
            processor.process(
                    "{\"landsat_product_id\": \"%s\", \"s3_location\": \"s3://usgs-landsat/%s\"}"
                            .formatted(id, ProductId.parse(id).keyPrefix()),
                    1,
                    Optional.empty());
        }
        return new Result(ledger.scenes("here"), ledger.intake("here"));
    }

    @Test
    void theLedgerDoesNotDependOnTheOrderOfTenThousandNotifications() {
        Result first = inOrderOf(1);
        assertThat(first.scenes()).hasSize(ACQUISITIONS);
        assertThat(first.outcomes()).hasSize(2 * ACQUISITIONS);
        assertThat(first.outcomes().stream().filter(record -> record.outcome() instanceof IntakeOutcome.Unreadable))
                .hasSize(ACQUISITIONS / 50);
        assertThat(inOrderOf(2)).isEqualTo(first);
    }
}
