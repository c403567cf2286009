package org.heatwatch.activity;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Length of the periods of an activity index. */
public enum IndexLength {
    QUARTER {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.with(IsoFields.DAY_OF_QUARTER, 1);
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusMonths(3);
        }
    },
    YEAR {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.withDayOfYear(1);
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusYears(1);
        }
    };

    /** First day of the period that contains a day. */
    public abstract LocalDate startOf(LocalDate day);

    /** First day of the period after the one that starts on a day. */
    abstract LocalDate next(LocalDate start);
}
