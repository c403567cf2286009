package org.heatwatch.story;

import java.time.LocalDate;
import org.heatwatch.site.Pass;

/** A pass whose sky is set by the scenario and not drawn. */
record PinnedSky(LocalDate date, Pass pass, Sky sky) {}
