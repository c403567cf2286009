/**
 * What is known of all sites over HTTP: OGC API - Features 1.0 and STAC API 1.0 on one landing page, pictures, clips, and
 * what was not seen. Knows no server: requests and answers are values.
 */
@NullMarked
package org.heatwatch.api;

import org.jspecify.annotations.NullMarked;
