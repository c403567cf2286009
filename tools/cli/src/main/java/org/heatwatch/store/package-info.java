/** Local replacements of AWS services: a table, buckets and queues in this process, kept in a folder. */
@NullMarked
package org.heatwatch.store;

import org.jspecify.annotations.NullMarked;
