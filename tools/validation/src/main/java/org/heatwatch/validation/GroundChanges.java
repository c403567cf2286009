package org.heatwatch.validation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;

/**
 * Changes of a simulated site that are not due to activity; each {@code with} method returns a modified copy.
 *
 * @param from first day after all changes
 * @param resurfaced number of idle buildings whose constant excess changes, as with a new cover
 * @param resurfacedKelvin standard deviation of that change in kelvin
 * @param demolished number of idle buildings that are removed
 * @param fields number of areas of 150-300 m whose ground becomes warmer or colder
 * @param fieldKelvin amount of that change
 */
@RecordBuilder
public record GroundChanges(
        LocalDate from, int resurfaced, double resurfacedKelvin, int demolished, int fields, ExcessRange fieldKelvin)
        implements GroundChangesBuilder.With {
    private static final LocalDate AFTER_REFERENCE_PERIOD = LocalDate.of(2022, 1, 1);

    /** No change. */
    public static GroundChanges none() {
        return new GroundChanges(AFTER_REFERENCE_PERIOD, 0, 2.5, 0, 0, new ExcessRange(1, 2));
    }

    /** Three resurfaced buildings, three demolished ones and two fields that change by 1-2 K. */
    public static GroundChanges some() {
        return none().withResurfaced(3).withDemolished(3).withFields(2);
    }
}
