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
 * A facility, control or idle parcel over all passes.
 *
 * @param feature of the site
 * @param threshold of its sums
 * @param track its observations, one for each recorded pass, and what they make of its state
 */
public record RoofHistory(Feature feature, CusumThreshold threshold, StateTrack track) {

    /** One observation for each recorded pass, in order. */
    public List<JudgedObservation> looks() {
        return track.steps().stream().map(Step::observation).toList();
    }

    /** The observation of a pass, if it is on record. */
    public Optional<JudgedObservation> look(Acquisition acquisition) {
        return looks().stream()
                .filter(look -> look.acquisition().equals(acquisition))
                .findFirst();
    }
}
