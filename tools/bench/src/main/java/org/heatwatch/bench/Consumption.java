package org.heatwatch.bench;

/**
 * Requests to DynamoDB and what they consumed.
 *
 * @param readUnits of 4 kB, strongly consistent
 * @param writeUnits of 1 kB; writes in transactions count twice
 */
record Consumption(int readRequests, int writeRequests, double readUnits, double writeUnits) {}
