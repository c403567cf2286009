package org.heatwatch.validation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.heatwatch.digest.Sha256;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.SamplingGrid;

/**
 * Readings that are kept in a folder, since recovering a grid takes four times as long as simulating its scene. A file is
 * named by the digest of all that decides the reading: pixels, mask, place, scaling and the version of the recovery.
 */
public record KeptReadings(Path folder, Readings source) implements Readings {
    @Override
    public Reading read(DeliveredImage image, Scaling scaling) {
        Path file = folder.resolve(digest(image, scaling));
        try {
            if (Files.exists(file)) {
                return load(file);
            }
            Reading reading = source.read(image, scaling);
            store(reading, file);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException("the readings in " + folder + " cannot be kept", e);
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

    private void store(Reading reading, Path file) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "reading", ".part");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(part))) {
            switch (reading.grid()) {
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
                    out.write(reading.samples().orElseThrow().packed());
                }
            }
        }
        // Another thread or process may have been faster, with the same bytes.
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Reading load(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (!in.readBoolean()) {
                return new Reading(new SampledGrid.Unresolved(in.readUTF()), Optional.empty());
            }
            GridGeometry geometry =
                    new GridGeometry(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            SamplingGrid grid =
                    new SamplingGrid(geometry, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            SampledGrid.Resolved resolved = new SampledGrid.Resolved(grid, in.readDouble());
            return new Reading(resolved, Optional.of(StoredSamples.unpack(in.readAllBytes())));
        }
    }
}
