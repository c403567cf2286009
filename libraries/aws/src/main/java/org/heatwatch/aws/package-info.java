/** The edge towards AWS: the archive and the clips in S3, the ledger in DynamoDB, the queue that wakes sites. */
@NullMarked
package org.heatwatch.aws;

import org.jspecify.annotations.NullMarked;
