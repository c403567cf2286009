/**
 * A site's history as it is handed to readers: flat, in JSON, in parts that are named by their content. Dates and times are
 * text in ISO form, kelvin are effective, what is unknown is null.
 */
@NullMarked
package org.heatwatch.publication;

import org.jspecify.annotations.NullMarked;
