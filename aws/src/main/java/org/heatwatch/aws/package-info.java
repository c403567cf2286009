/** The project's edge towards AWS: how bytes are read from S3. */
@NullMarked
package org.heatwatch.aws;

import org.jspecify.annotations.NullMarked;
