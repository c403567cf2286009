package org.heatwatch.story;

/** How much of a story is told. */
public enum StoryForm {
    /** The scenario's quick stretches by day; of each pass one product: live the first, before that the best there was. */
    QUICK,
    /** All days and nights, with every product that was published by the last day, superseded ones too. */
    FULL
}
