package org.heatwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.reconcile.MissingProducts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published product that lacks a file. */
final class IncompleteProductTest {
    private static final ProductId PRODUCT = ProductId.parse("LC08_L1TP_116034_20251104_20251118_02_T1");
    private static final ProductId BETTER = ProductId.parse("LC08_L1TP_116034_20251104_20251201_02_T1");
    private static final WatchedSite HERE = WatchedSite.of(SiteDefinition.first(MemoryArchive.SITE, "test"));

    private final MemoryArchive files = new MemoryArchive();
    private final Set<String> absent = new HashSet<>();
    private final Ledger ledger = Ledgers.inMemory();
    private int version = 1;
    private int opened;
    private Runnable onVersion = () -> {};

    /** The products of the memory archive without the absent files, with a version. */
    private final class Partial implements Archive {
        @Override
        public ProductFiles open(ProductId product) {
            opened++;
            ProductFiles whole = files.open(product);
            return new ProductFiles() {
                @Override
                public String name() {
                    return whole.name();
                }

                @Override
                public Optional<String> text(String suffix) {
                    return absent.contains(suffix) ? Optional.empty() : whole.text(suffix);
                }

                @Override
                public BandRaster band(String suffix) {
                    if (absent.contains(suffix)) {
                        throw new ProductMissing(product.fileName(suffix), "is not in the archive", "try again later");
                    }
                    return whole.band(suffix);
                }
            };
        }

        @Override
        public Optional<String> version(ProductId product) {
            onVersion.run();
            return Optional.of("version-" + version);
        }

        @Override
        public List<ProductId> list(Acquisition acquisition) {
            return files.list(acquisition);
        }

        @Override
        public List<ProductId> list(Satellite satellite, WrsScene scene, int year) {
            return files.list(satellite, scene, year);
        }
    }

    private IntakeOutcome take(boolean lastTry) {
        return new ProductIntake(
                        new Partial(),
                        new MemoryClips(),
                        new MemoryArchive.Clips(),
                        new CloudedSampleExtractor(1),
                        ledger,
                        _ -> {})
                .take(PRODUCT, HERE, lastTry);
    }

    private List<ProductId> missing() {
        return MissingProducts.of(HERE, LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 30), new Partial(), ledger)
                .products();
    }

    @ParameterizedTest
    @ValueSource(strings = {"B10.TIF", "QA_PIXEL.TIF", "MTL.json"})
    void itIsRecordedInTheLastAttemptWithItsReason(String suffix) {
        files.with(PRODUCT.id());
        absent.add(suffix);
        assertThatThrownBy(() -> take(false)).isInstanceOf(ProductMissing.class);
        assertThat(ledger.intake("here")).isEmpty();
        assertThat(missing()).containsExactly(PRODUCT);

        assertThatThrownBy(() -> take(true))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContainingAll(
                        PRODUCT.id(),
                        "lacks a file",
                        suffix.replace(".json", ""),
                        "it is read again when its files in the archive change")
                .hasMessageNotContaining("try again later");

        IntakeRecord record = ledger.intake("here", PRODUCT).orElseThrow();
        assertThat(record.outcome()).isInstanceOf(IntakeOutcome.Unreadable.class);
        assertThat(missing()).isEmpty();
    }

    @Test
    void itIsReadAgainOnlyIfItsFilesChange() {
        files.with(PRODUCT.id());
        absent.add("B10.TIF");
        assertThatThrownBy(() -> take(true)).isInstanceOf(ProductUnreadable.class);
        int before = opened;
        assertThat(take(true)).isInstanceOf(IntakeOutcome.Unreadable.class);
        assertThat(opened).as("not read again").isEqualTo(before);

        version = 2;
        assertThat(missing()).containsExactly(PRODUCT);
        assertThatThrownBy(() -> take(true)).isInstanceOf(ProductUnreadable.class);
        assertThat(missing()).isEmpty();

        absent.clear();
        version = 3;
        assertThat(missing()).containsExactly(PRODUCT);
        assertThat(take(true)).isEqualTo(new IntakeOutcome.Recorded());
        assertThat(missing()).isEmpty();
    }

    @Test
    void aCorruptProductIsReadAgainOnlyIfItsFilesChange() {
        files.with(PRODUCT.id(), "CORRUPT", _ -> MemoryArchive.CLEAR);
        assertThatThrownBy(() -> take(true)).isInstanceOf(ProductUnreadable.class);
        assertThat(missing()).isEmpty();
        assertThat(take(true)).isInstanceOf(IntakeOutcome.Unreadable.class);
        files.with(PRODUCT.id());
        version = 2;
        assertThat(missing()).containsExactly(PRODUCT);
        assertThat(take(true)).isEqualTo(new IntakeOutcome.Recorded());
    }

    @Test
    void filesThatAreReplacedDuringTheReadAreReadOnceMore() {
        files.with(PRODUCT.id());
        absent.add("B10.TIF");
        onVersion = absent::clear;
        assertThat(take(true)).isEqualTo(new IntakeOutcome.Recorded());
    }

    @Test
    void changedBoundsAreAReasonToReadItAgain() {
        files.with(PRODUCT.id());
        absent.add("B10.TIF");
        assertThatThrownBy(() -> take(true)).isInstanceOf(ProductUnreadable.class);
        WatchedSite moved = new WatchedSite(HERE.site(), 2);
        assertThat(MissingProducts.of(
                                moved, LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 30), new Partial(), ledger)
                        .products())
                .containsExactly(PRODUCT);
    }

    @Test
    void aBetterProductSupersedesIt() {
        files.with(PRODUCT.id()).with(BETTER.id());
        absent.add("B10.TIF");
        assertThat(take(true)).isEqualTo(new IntakeOutcome.Superseded(BETTER));
    }

    @Test
    void aProductThatIsNotListedStaysMissing() {
        assertThatThrownBy(() -> take(true)).isInstanceOf(ProductMissing.class);
        assertThat(ledger.intake("here")).isEmpty();
    }
}
