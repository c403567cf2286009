package org.heatwatch.validation;

import java.util.List;

/** Excesses over the landscape in each scene of a simulated site. Implementations are thread-safe. */
@FunctionalInterface
interface SimulatedExcesses {
    /** The excesses in a scene, in the order in which they are added. */
    List<SimulatedExcess> in(ScenePlan plan);
}
