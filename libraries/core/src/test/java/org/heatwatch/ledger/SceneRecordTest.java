package org.heatwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.ProductId;
import org.junit.jupiter.api.Test;

final class SceneRecordTest {
    private static final String RT = "LC08_L1TP_116034_20251104_20251104_02_RT";
    private static final String T1 = "LC08_L1TP_116034_20251104_20251118_02_T1";
    private static final String L2 = "LC08_L2SP_116034_20251104_20251119_02_T1";

    private static SceneRecord scene(String product, Transmittance.Source source, Set<SceneFlag> flags) {
        SceneRecord s = LedgerScenes.unresolved(product).scene();
        return new SceneRecord(
                s.product(),
                2,
                3,
                s.acquiredAt(),
                s.pass(),
                s.grid(),
                s.clearFraction(),
                new Transmittance(0.8, source),
                s.radiometry(),
                s.radiancePerCount(),
                flags,
                s.clipKey());
    }

    @Test
    void aSceneThatABetterProductMayChangeIsProvisional() {
        assertThat(scene(L2, Transmittance.Source.ST_ATRAN, Set.of()).isProvisional())
                .isFalse();
        assertThat(scene(L2, Transmittance.Source.ST_ATRAN, Set.of(SceneFlag.SNOW, SceneFlag.PARTLY_COVERED))
                        .isProvisional())
                .isFalse();
        assertThat(scene(RT, Transmittance.Source.ST_ATRAN, Set.of()).isProvisional())
                .isTrue();
        assertThat(scene(T1, Transmittance.Source.ASSUMED, Set.of()).isProvisional())
                .isTrue();
        assertThat(scene(L2, Transmittance.Source.ST_ATRAN, Set.of(SceneFlag.PRELIMINARY_POINTING))
                        .isProvisional())
                .isTrue();
    }

    @Test
    void theKeyConsistsOfProductAndVersions() {
        assertThat(scene(T1, Transmittance.Source.ASSUMED, Set.of()).key()).isEqualTo(T1 + " 2 3");
    }

    @Test
    void aResolvedSceneIsNotReplacedByWorseProductsOrOlderVersions() {
        SceneRecord scene = LedgerScenes.resolved(T1, 10, 2, 3).scene();
        assertThat(scene.isNotReplacedBy(ProductId.parse(RT), 9, 9)).isTrue();
        assertThat(scene.isNotReplacedBy(ProductId.parse(L2), 1, 1)).isFalse();
        assertThat(scene.isNotReplacedBy(ProductId.parse(T1), 2, 3)).isTrue();
        assertThat(scene.isNotReplacedBy(ProductId.parse(T1), 2, 2)).isTrue();
        assertThat(scene.isNotReplacedBy(ProductId.parse(T1), 3, 3)).isFalse();
        assertThat(scene.isNotReplacedBy(ProductId.parse(T1), 2, 4)).isFalse();
    }

    @Test
    void anUnresolvedSceneIsReplacedByAnyOtherRecord() {
        SceneRecord scene = LedgerScenes.unresolved(T1).scene();
        assertThat(scene.isNotReplacedBy(ProductId.parse(T1), 1, 1)).isTrue();
        assertThat(scene.isNotReplacedBy(ProductId.parse(T1), 1, 2)).isFalse();
        assertThat(scene.isNotReplacedBy(ProductId.parse(T1), 2, 1)).isFalse();
        assertThat(scene.isNotReplacedBy(ProductId.parse(RT), 1, 1)).isFalse();
    }

    @Test
    void samplesLieOnTheGridOfTheirScene() {
        SampledScene scene = LedgerScenes.resolved(T1, 40);
        SampledGrid.Resolved grid = (SampledGrid.Resolved) scene.scene().grid();
        StoredSamples stored = scene.samples().orElseThrow();
        assertThat(scene.nativeSamples()).hasValueSatisfying(samples -> {
            assertThat(samples.grid()).isEqualTo(grid.grid());
            assertThat(samples.residual()).isEqualTo(grid.residual());
            assertThat(samples.count()).isEqualTo(40);
            assertThat(samples.value(17)).isEqualTo(stored.radiance(17));
        });
        assertThat(LedgerScenes.unresolved(T1).nativeSamples()).isEqualTo(Optional.empty());
    }
}
