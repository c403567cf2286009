package org.heatwatch.story;

import java.time.LocalDate;
import org.heatwatch.site.Pass;

/** A pass whose sky the scenario gives, instead of a random one. */
record PinnedSky(LocalDate date, Pass pass, SkyCover sky) {}
