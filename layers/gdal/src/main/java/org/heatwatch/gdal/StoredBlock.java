package org.heatwatch.gdal;

/**
 * Position of the compressed bytes of one block, a tile or strip, in the file.
 *
 * @param offset of the first byte
 * @param length in bytes
 */
public record StoredBlock(long offset, int length) {}
