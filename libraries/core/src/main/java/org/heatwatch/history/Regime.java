package org.heatwatch.history;

import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Pass;

/** Scenes in which the idle site looks alike: passes of one direction, with or without snow. */
public record Regime(Pass pass, boolean snow) {

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
