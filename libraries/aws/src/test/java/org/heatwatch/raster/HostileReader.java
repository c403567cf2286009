package org.heatwatch.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heatwatch.clip.Product;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.site.SiteFile;

/**
 * Main class of a process with little memory: opens a product and clips a site, and prints the reason for which it is
 * refused, and the most memory that the process has used.
 */
final class HostileReader {
    private HostileReader() {}

    /** Arguments: the folder of the product, and the file of the site. */
    public static void main(String[] arguments) throws IOException {
        try {
            Product.open(DirectoryProduct.in(Path.of(arguments[0]))).clip(SiteFile.read(Path.of(arguments[1])));
            System.out.println("read");
        } catch (ProductUnreadable e) {
            System.out.println("refused: " + e.getMessage());
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(System.out::println);
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(duration -> System.out.println("milliseconds: " + duration.toMillis()));
    }
}
