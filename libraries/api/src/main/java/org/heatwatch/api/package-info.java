/**
 * The HTTP API: OGC API - Features 1.0 and STAC API 1.0 on one landing page, pictures, clips, missing passes, and the
 * dashboard. It is independent of the server: requests and responses are values.
 */
@NullMarked
package org.heatwatch.api;

import org.jspecify.annotations.NullMarked;
