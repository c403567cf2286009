package org.heatwatch.simulator;

/** QA_PIXEL values of Collection 2, as published products contain them. */
final class QaValues {
    static final int FILL = 1;
    static final int CLEAR_LAND = 21824;
    static final int DILATED_CLOUD = 21826;
    static final int CLOUD = 22280;
    static final int SHADOW = 23888;
    static final int CLEAR_SNOW = 30048;

    private QaValues() {}
}
