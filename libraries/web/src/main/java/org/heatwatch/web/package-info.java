/** The static parts of the dashboard: templates, texts, scripts, styles, and third-party libraries. */
@NullMarked
package org.heatwatch.web;

import org.jspecify.annotations.NullMarked;
