package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class HeatMapAnimationTest {
    private static final int WIDTH = 600;

    private static HeatMap map(double kelvin) {
        return Fixtures.map(
                Fixtures.cells(kelvin), Fixtures.history(Fixtures.scored(kelvin)), Optional.of("Simulated data"));
    }

    private static ImageReader reader(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(gif));
        reader.setInput(input);
        return reader;
    }

    @Test
    void eachMapIsAFrameOfTheSameSizeThatIsShownForAWhile() throws IOException {
        byte[] gif = HeatMapAnimation.gif(List.of(map(1), map(5), map(9)), HeatMapPicture.Quantity.EXCESS, WIDTH);
        ImageReader reader = reader(gif);
        assertThat(reader.getNumImages(true)).isEqualTo(3);
        for (int frame = 0; frame < 3; frame++) {
            assertThat(reader.getWidth(frame)).isEqualTo(WIDTH);
            assertThat(reader.getHeight(frame)).isEqualTo(reader.getHeight(0));
            Element root = (Element) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
            Element control = (Element)
                    root.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(Integer.parseInt(control.getAttribute("delayTime"))).isGreaterThan(20);
        }
    }

    @Test
    void allFramesHaveTheColourScaleOfTheWarmest() throws IOException {
        HeatMapPicture.Layout layout =
                HeatMapPicture.Layout.of(List.of(map(1), map(9)), HeatMapPicture.Quantity.EXCESS);
        assertThat(layout.scaleEnd()).isEqualTo(12);
        ImageReader reader =
                reader(HeatMapAnimation.gif(List.of(map(1), map(9)), HeatMapPicture.Quantity.EXCESS, WIDTH));
        BufferedImage first = reader.read(0);
        BufferedImage second = reader.read(1);
        int differing = 0;
        for (int pixel = 0; pixel < WIDTH * first.getHeight(); pixel++) {
            int x = pixel % WIDTH;
            int y = pixel / WIDTH;
            differing += first.getRGB(x, y) == second.getRGB(x, y) ? 0 : 1;
        }
        assertThat(differing)
                .as("the sample at the facility has another colour")
                .isGreaterThan(300);
    }

    @Test
    void noFrameAndTooManyFramesAreRejected() {
        assertThatThrownBy(() -> HeatMapAnimation.gif(List.of(), HeatMapPicture.Quantity.Z, WIDTH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
