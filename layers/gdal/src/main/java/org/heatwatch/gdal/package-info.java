/**
 * Reads and writes rasters with GDAL's C library, called through the Foreign Function and Memory API.
 *
 * <p>{@link org.heatwatch.gdal.RasterDataset} reads, {@link org.heatwatch.gdal.MemoryRaster} writes, {@link
 * org.heatwatch.gdal.ByteSource} provides the bytes of a file. The JVM needs {@code --enable-native-access}.
 */
@NullMarked
package org.heatwatch.gdal;

import org.jspecify.annotations.NullMarked;
