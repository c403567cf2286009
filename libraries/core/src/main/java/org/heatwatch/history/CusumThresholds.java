package org.heatwatch.history;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.heatwatch.state.BaselinePrecision;
import org.heatwatch.state.CusumThreshold;

/** Thresholds that were computed already, by their input: each takes some 30 ms. */
final class CusumThresholds {
    private final Map<BaselinePrecision, CusumThreshold> ofIdle = new ConcurrentHashMap<>();
    private final Map<BaselinePrecision, CusumThreshold> ofOperating = new ConcurrentHashMap<>();

    /** @param mayHaveRun whether changes are followed in both directions */
    CusumThreshold of(BaselinePrecision precision, boolean mayHaveRun) {
        return mayHaveRun
                ? ofOperating.computeIfAbsent(precision, CusumThreshold::ofBothDirections)
                : ofIdle.computeIfAbsent(precision, CusumThreshold::of);
    }
}
