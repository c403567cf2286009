package org.heatwatch.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.clip.ProductText;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.gdal.ByteSource;

/** A product whose files are in one folder, named as in the archive. */
public final class DirectoryProduct implements ProductFiles {
    /** Names that begin with a dot are hidden files, such as the companions that macOS makes. */
    private static final Pattern METADATA = Pattern.compile("([^.].*)_MTL\\.(json|txt)");

    private final Path folder;
    private final String id;

    private DirectoryProduct(Path folder, String id) {
        this.folder = folder;
        this.id = id;
    }

    /**
     * Opens the product in a folder; its id is taken from the name of its metadata file.
     *
     * @throws ProductMissing if the folder does not exist or does not hold the metadata of exactly one product
     */
    public static DirectoryProduct in(Path folder) {
        String advice = "give the folder that holds the product's _MTL and .TIF files";
        if (!Files.isDirectory(folder)) {
            throw new ProductMissing(folder.toString(), Files.exists(folder) ? "is a file" : "does not exist", advice);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> ids = files.map(file -> METADATA.matcher(Optional.ofNullable(file.getFileName())
                            .map(Path::toString)
                            .orElse("")))
                    .filter(java.util.regex.Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .distinct()
                    .toList();
            if (ids.size() != 1) {
                throw new ProductMissing(
                        folder.toString(),
                        ids.isEmpty() ? "holds no product" : "holds %d products".formatted(ids.size()),
                        advice);
            }
            return new DirectoryProduct(folder, ids.getFirst());
        } catch (IOException e) {
            throw new SourceUnavailable(folder.toString(), "cannot be listed", "check its permissions", e);
        }
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Optional<String> text(String suffix) {
        Path file = file(suffix);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            // A named pipe or device would never end.
            throw new ProductUnreadable(file.getFileName() + "", "is not a file", "fetch the file again");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(ProductText.read(file.getFileName() + "", stream));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SourceUnavailable(file.toString(), "cannot be read", "check its permissions", e);
        }
    }

    @Override
    public BandRaster band(String suffix) {
        Path file = file(suffix);
        if (!Files.isRegularFile(file)) {
            throw new ProductMissing(id, "has no file " + file.getFileName(), "fetch that file into " + folder);
        }
        return GdalBandRaster.open(ByteSource.of(file));
    }

    private Path file(String suffix) {
        return folder.resolve(id + "_" + suffix);
    }
}
