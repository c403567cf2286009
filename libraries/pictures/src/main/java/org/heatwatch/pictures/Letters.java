package org.heatwatch.pictures;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Letters of the font that comes with us (Nanum Gothic: Latin and Korean) as shapes. Neither fonts of the machine nor its
 * libraries for them are needed, which AWS Lambda does not have. What the font lacks shows as a box.
 */
final class Letters {
    private static final Letters PLAIN = new Letters("NanumGothic.ttf");
    private static final Letters BOLD = new Letters("NanumGothicBold.ttf");

    /** The font's own is a sixth of its size wide, which nobody can read in a legend: it is made of its 2. */
    private static final int SQUARED = '\u00b2';

    private static final double RAISED_SIZE = 0.6;
    private static final double RAISED_BY = 0.3;

    private final String file;
    private final Map<Integer, Letter> known = new HashMap<>();
    private @Nullable TrueTypeFont font;
    private @Nullable CmapLookup characters;

    /** In parts of the font's size. */
    private record Letter(Shape outline, double advance) {}

    private Letters(String file) {
        this.file = file;
    }

    /** A line of text that begins at x and stands on y. */
    static Shape outline(String text, double x, double y, double size, boolean bold) {
        Letters letters = bold ? BOLD : PLAIN;
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int character : text.codePoints().toArray()) {
            Letter letter = letters.letter(character);
            AffineTransform place = new AffineTransform(size, 0, 0, -size, at, y);
            line.append(letter.outline().getPathIterator(place), /* connect= */ false);
            at += size * letter.advance();
        }
        return line;
    }

    static double width(String text, double size, boolean bold) {
        Letters letters = bold ? BOLD : PLAIN;
        return size
                * text.codePoints()
                        .mapToDouble(c -> letters.letter(c).advance())
                        .sum();
    }

    /** Whether the font has a letter, as opposed to showing a box. */
    static boolean has(int character, boolean bold) {
        return (bold ? BOLD : PLAIN).number(character) != 0;
    }

    private synchronized int number(int character) {
        open();
        return Objects.requireNonNull(characters).getGlyphId(character);
    }

    private synchronized Letter letter(int character) {
        return known.computeIfAbsent(character, this::read);
    }

    private Letter read(int character) {
        if (character == SQUARED) {
            Letter two = glyph('2');
            AffineTransform raised = new AffineTransform(RAISED_SIZE, 0, 0, RAISED_SIZE, 0, RAISED_BY);
            return new Letter(raised.createTransformedShape(two.outline()), RAISED_SIZE * two.advance());
        }
        return glyph(character);
    }

    private Letter glyph(int character) {
        int number = number(character);
        TrueTypeFont open = Objects.requireNonNull(font);
        try {
            double unit = 1.0 / open.getUnitsPerEm();
            GlyphData glyph = open.getGlyph().getGlyph(number);
            GeneralPath path = glyph == null ? new GeneralPath() : glyph.getPath();
            path.transform(AffineTransform.getScaleInstance(unit, unit));
            return new Letter(path, unit * open.getAdvanceWidth(number));
        } catch (IOException e) {
            throw new UncheckedIOException("the font that comes with us can be read", e);
        }
    }

    private void open() {
        if (font != null) {
            return;
        }
        try (InputStream stream = Objects.requireNonNull(
                Letters.class.getResourceAsStream(file), "the build puts the font beside this class")) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            characters = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the font that comes with us can be read", e);
        }
    }
}
