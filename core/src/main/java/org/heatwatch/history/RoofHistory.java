package org.heatwatch.history;

import java.util.List;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.site.Feature;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.StateTrack;

/**
 * A facility, control or idle parcel over all passes.
 *
 * @param feature of the site
 * @param looks one for each recorded pass, in order
 * @param threshold of its sums
 * @param track what they made of its state, pass by pass
 */
public record RoofHistory(Feature feature, List<RoofLook> looks, CusumThreshold threshold, StateTrack track) {

    public RoofHistory {
        looks = List.copyOf(looks);
    }

    /** The look of a pass, if it is on record. */
    public Optional<RoofLook> look(Acquisition acquisition) {
        return looks.stream()
                .filter(look -> look.acquisition().equals(acquisition))
                .findFirst();
    }
}
