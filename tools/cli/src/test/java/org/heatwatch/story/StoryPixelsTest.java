package org.heatwatch.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.simulator.SimulatedProductName.Level;
import org.heatwatch.simulator.SimulatedProductName.Tier;
import org.heatwatch.site.Pass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products of the shipped story, as the intake reads them. */
final class StoryPixelsTest {
    private static final LocalDate LANDSAT_8_DAY = LocalDate.of(2025, 10, 19);
    private static final LocalDate LANDSAT_9_DAY = LocalDate.of(2025, 10, 27);

    private static SimulatedStory story;

    @TempDir
    private Path bucket;

    @BeforeAll
    static void tell() {
        story = Shipped.story(StoryForm.FULL);
    }

    private Clip clip(StoryProduct product) {
        return Product.open(DirectoryProduct.in(story.write(product, bucket))).clip(Shipped.SITE);
    }

    private static StoryProduct overcast(Level level) {
        return story.products().stream()
                .filter(product -> product.sky() == SkyCover.OVERCAST)
                .filter(product -> product.name().level() == level)
                .findFirst()
                .orElseThrow();
    }

    private static void assertResolved(Clip clip) {
        assertThat(clip.isWhollyCovered()).isTrue();
        assertThat(clip.clearFraction()).isEqualTo(1);
        assertThat(SampleExtractor.current().extract(clip, Shipped.SITE)).isInstanceOf(Recovery.Resolved.class);
    }

    @Test
    void theSameScenarioGivesTheSameBytes() throws IOException {
        Path again = bucket.resolve("again");
        for (StoryProduct product :
                List.of(overcast(Level.L2SP), Shipped.product(story, LANDSAT_8_DAY, Level.L2SP, Tier.T1))) {
            Path one = story.write(product, bucket);
            Path other = Shipped.story(StoryForm.QUICK).write(product, again);

            assertThat(other)
                    .isEqualTo(
                            again.resolve(ProductId.parse(product.name().id()).keyPrefix()));
            try (Stream<Path> files = Files.list(one)) {
                assertThat(files)
                        .hasSizeGreaterThan(10)
                        .allSatisfy(file -> assertThat(
                                        other.resolve(file.getFileName().toString()))
                                .hasSameBinaryContentAs(file));
            }
        }
    }

    @Test
    void theGridOfAClearSceneIsRecoveredAndTheClipHasNoFill() {
        Clip clip = clip(Shipped.product(story, LANDSAT_8_DAY, Level.L2SP, Tier.T1));

        assertResolved(clip);
        assertThat(clip.transmittance().tau()).isBetween(0.6, 0.9);
    }

    @Test
    void theGridOfAClearNightSceneIsRecovered() {
        StoryProduct night = story.products().stream()
                .filter(product -> product.pass() == Pass.NIGHT && product.sky() == SkyCover.CLEAR)
                .findFirst()
                .orElseThrow();

        Clip clip = clip(night);

        assertThat(clip.product().sunElevationDegrees()).isNegative();
        assertResolved(clip);
    }

    @Test
    void theProductsOfAnAcquisitionShowTheSameScene() {
        Clip level1 = clip(Shipped.product(story, LANDSAT_9_DAY, Level.L1TP, Tier.T1));
        Clip level2 = clip(Shipped.product(story, LANDSAT_9_DAY, Level.L2SP, Tier.T1));

        assertThat(level2.grid()).isEqualTo(level1.grid());
        for (int pixel = 0; pixel < level1.grid().pixels(); pixel += 97) {
            assertThat(level2.radiance(pixel)).isCloseTo(level1.radiance(pixel), within(0.00051));
            assertThat(level2.quality(pixel)).isEqualTo(level1.quality(pixel));
        }
    }

    @Test
    void aRealTimeProductIsShiftedByAFewMetres() {
        Clip early = clip(Shipped.product(story, LANDSAT_8_DAY, Level.L1TP, Tier.RT));
        Clip late = clip(Shipped.product(story, LANDSAT_8_DAY, Level.L2SP, Tier.T1));

        assertThat(early.product().hasPreliminaryPointing()).isTrue();
        assertThat(late.product().hasPreliminaryPointing()).isFalse();
        double squares = 0;
        for (int pixel = 0; pixel < early.grid().pixels(); pixel++) {
            squares += Math.pow(early.radiance(pixel) - late.radiance(pixel), 2);
        }
        // The ground varies by at least 0.1 W/(m2 sr um) between adjacent samples.
        assertThat(Math.sqrt(squares / early.grid().pixels())).isBetween(0.001, 0.03);
        assertResolved(early);
    }

    @Test
    void anOvercastSceneHasNoClearPixel() {
        Clip clip = clip(overcast(Level.L1TP));

        assertThat(clip.isWhollyCovered()).isTrue();
        assertThat(clip.clearFraction()).isZero();
    }
}
