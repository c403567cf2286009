package org.heatwatch.validation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.digest.Sha256;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.GridBend;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.SamplingGrid;

/**
 * A cache of extracted samples in a folder, because recovering a grid takes four times as long as simulating its scene.
 * The name of a file is the digest of everything that determines its content: pixels, mask, position, scaling and the
 * version of the grid recovery.
 *
 * @param folder folder of the files
 * @param source extraction for images that are not in the folder
 */
public record CachedSampleExtraction(Path folder, SimulatedSampleExtraction source)
        implements SimulatedSampleExtraction {
    @Override
    public ExtractedSamples extract(DeliveredImage image, Scaling scaling) {
        Path file = folder.resolve(digest(image, scaling));
        try {
            if (Files.exists(file)) {
                return load(file);
            }
            ExtractedSamples extracted = source.extract(image, scaling);
            store(extracted, file);
            return extracted;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot cache extracted samples in " + folder, e);
        }
    }

    private static String digest(DeliveredImage image, Scaling scaling) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + 4 * Double.BYTES + image.size() * 5);
        bytes.putInt(GridRecovery.VERSION).putInt(image.columns());
        bytes.putDouble(image.east(0)).putDouble(image.north(0));
        bytes.putDouble(scaling.multiplier()).putDouble(scaling.offset());
        for (int i = 0; i < image.size(); i++) {
            bytes.putFloat((float) image.radiance(i)).put((byte) (image.isValid(i) ? 1 : 0));
        }
        return Sha256.hex(bytes.array());
    }

    private void store(ExtractedSamples extracted, Path file) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "reading", ".part");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(part))) {
            switch (extracted.grid()) {
                case SampledGrid.Unresolved unresolved -> {
                    out.writeBoolean(false);
                    out.writeUTF(unresolved.reason());
                }
                case SampledGrid.Resolved resolved -> {
                    out.writeBoolean(true);
                    GridGeometry geometry = resolved.grid().geometry();
                    out.writeDouble(geometry.rotationDegrees());
                    out.writeDouble(geometry.acrossMetres());
                    out.writeDouble(geometry.alongMetres());
                    out.writeDouble(geometry.shear());
                    out.writeDouble(resolved.grid().phaseAcross());
                    out.writeDouble(resolved.grid().phaseAlong());
                    out.writeDouble(resolved.grid().originEast());
                    out.writeDouble(resolved.grid().originNorth());
                    out.writeDouble(resolved.residual());
                    List<Double> bend = resolved.grid().bend().numbers();
                    out.writeInt(bend.size());
                    for (double number : bend) {
                        out.writeDouble(number);
                    }
                    out.write(extracted.samples().orElseThrow().packed());
                }
            }
        }
        // Another thread or process may have written the same bytes in the meantime.
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ExtractedSamples load(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (!in.readBoolean()) {
                return new ExtractedSamples(new SampledGrid.Unresolved(in.readUTF()), Optional.empty());
            }
            GridGeometry geometry =
                    new GridGeometry(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            SamplingGrid affine =
                    new SamplingGrid(geometry, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            double residual = in.readDouble();
            List<Double> bend = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                bend.add(in.readDouble());
            }
            SamplingGrid grid = affine.withBend(GridBend.ofNumbers(bend));
            SampledGrid.Resolved resolved = new SampledGrid.Resolved(grid, residual);
            return new ExtractedSamples(resolved, Optional.of(StoredSamples.unpack(in.readAllBytes())));
        }
    }
}
