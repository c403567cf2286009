/**
 * Implements the ports of the domain on AWS: archive and clips in S3, ledger in DynamoDB, queues in SQS, mail by SNS.
 */
@NullMarked
package org.heatwatch.aws;

import org.jspecify.annotations.NullMarked;
