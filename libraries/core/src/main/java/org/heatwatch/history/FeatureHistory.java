package org.heatwatch.history;

import java.util.List;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.site.Feature;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;
import org.heatwatch.state.Step;

/**
 * Observations and states of one feature (facility, control or reference parcel) over all passes.
 *
 * @param feature of the site
 * @param threshold of its cumulative sums
 * @param track its observations, one for each recorded pass, and the resulting sequence of states
 */
public record FeatureHistory(Feature feature, CusumThreshold threshold, StateTrack track) {

    /** One observation for each recorded pass, in order. */
    public List<JudgedObservation> observations() {
        return track.steps().stream().map(Step::observation).toList();
    }

    /** The observation of a pass, if that is recorded. */
    public Optional<JudgedObservation> observation(Acquisition acquisition) {
        return observations().stream()
                .filter(observation -> observation.acquisition().equals(acquisition))
                .findFirst();
    }
}
