package org.heatwatch.story;

/** The extent of a story. */
public enum StoryForm {
    /** Day passes in the quick ranges, with one product each: the first one if live, otherwise the best one. */
    QUICK,
    /** All day and night passes, with every product published by the last day, including superseded ones. */
    FULL
}
