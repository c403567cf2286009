package org.heatwatch.history;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Pass;

/** Observing regime, in which scenes of the idle site are comparable: day or night, with or without snow. */
public record Regime(Pass pass, boolean snow) {

    /** Days without snow. */
    public static final Regime DAY = new Regime(Pass.DAY, /* snow= */ false);

    /** All regimes. */
    public static List<Regime> all() {
        return Arrays.stream(Pass.values())
                .flatMap(pass -> Stream.of(new Regime(pass, /* snow= */ false), new Regime(pass, /* snow= */ true)))
                .toList();
    }

    static Regime of(SceneRecord scene) {
        return new Regime(scene.pass(), scene.flags().contains(SceneFlag.SNOW));
    }

    /** For example "day" or "night, snow". */
    @Override
    public String toString() {
        String direction =
                switch (pass) {
                    case DAY -> "day";
                    case NIGHT -> "night";
                };
        return snow ? direction + ", snow" : direction;
    }
}
