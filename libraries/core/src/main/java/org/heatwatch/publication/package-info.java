/**
 * The published form of a site's history: flat records in JSON, in parts whose keys contain a digest of their content.
 * Dates and times are ISO 8601 strings, kelvin are effective kelvin, unknown values are null.
 */
@NullMarked
package org.heatwatch.publication;

import org.jspecify.annotations.NullMarked;
