package org.heatwatch.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Draws the heat maps of a period as an animated GIF: one frame for each pass, all with the same colour scale. */
public final class HeatMapAnimation {
    /** Greatest number of frames: each is some tens of kilobytes. */
    public static final int MOST_FRAMES = 300;

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int FRAME_HUNDREDTHS = 80;
    private static final int LAST_HUNDREDTHS = 400;
    /** Count 0: repeated without end. */
    private static final byte[] ENDLESS = {1, 0, 0};

    private HeatMapAnimation() {}

    /**
     * Draws the maps of passes.
     *
     * @param maps of one site in order of time, 1 to {@value #MOST_FRAMES}
     * @param width in pixels
     */
    public static byte[] gif(List<HeatMap> maps, HeatMapPicture.Quantity quantity, int width) {
        if (maps.isEmpty() || maps.size() > MOST_FRAMES) {
            throw new IllegalArgumentException("%d frames".formatted(maps.size()));
        }
        HeatMapPicture.Layout layout = HeatMapPicture.Layout.of(maps, quantity);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < maps.size(); i++) {
                BufferedImage frame = HeatMapPicture.frame(maps.get(i), quantity, width, layout);
                boolean isLast = i == maps.size() - 1;
                writer.writeToSequence(
                        new IIOImage(frame, null, timing(writer, frame, isLast ? LAST_HUNDREDTHS : FRAME_HUNDREDTHS)),
                        null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture in memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata timing(ImageWriter writer, RenderedImage frame, int hundredths)
            throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(ENDLESS);
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(loop);
        root.appendChild(extensions);
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }
}
