/** What the scenes of a site say of its facilities. */
@NullMarked
package org.heatwatch.score;

import org.jspecify.annotations.NullMarked;
