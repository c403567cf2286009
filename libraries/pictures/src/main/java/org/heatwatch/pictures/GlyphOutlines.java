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
 * Outlines of the glyphs of the bundled font (Nanum Gothic: Latin and Korean). Needs neither fonts nor font libraries
 * of the machine, which AWS Lambda lacks. A character that the font lacks is drawn as a box.
 */
final class GlyphOutlines {
    private static final GlyphOutlines PLAIN = new GlyphOutlines("NanumGothic.ttf");
    private static final GlyphOutlines BOLD = new GlyphOutlines("NanumGothicBold.ttf");

    /** The font's own superscript two is too narrow to read in a legend, so it is drawn as a smaller, raised 2. */
    private static final int SQUARED = '\u00b2';

    private static final double RAISED_SIZE = 0.6;
    private static final double RAISED_BY = 0.3;

    private final String file;
    private final Map<Integer, Glyph> cache = new HashMap<>();
    private @Nullable TrueTypeFont font;
    private @Nullable CmapLookup characters;

    /** An outline and its advance width, for a font size of 1. */
    private record Glyph(Shape outline, double advance) {}

    private GlyphOutlines(String file) {
        this.file = file;
    }

    /** The outline of a line of text that begins at x, with its baseline at y. */
    static Shape outline(String text, double x, double y, double size, boolean bold) {
        GlyphOutlines outlines = bold ? BOLD : PLAIN;
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = outlines.glyph(character);
            AffineTransform place = new AffineTransform(size, 0, 0, -size, at, y);
            line.append(glyph.outline().getPathIterator(place), /* connect= */ false);
            at += size * glyph.advance();
        }
        return line;
    }

    /** The width of a line of text, in the unit of the size. */
    static double width(String text, double size, boolean bold) {
        GlyphOutlines outlines = bold ? BOLD : PLAIN;
        return size
                * text.codePoints()
                        .mapToDouble(c -> outlines.glyph(c).advance())
                        .sum();
    }

    /** Whether the font has a glyph of a character. */
    static boolean has(int character, boolean bold) {
        return (bold ? BOLD : PLAIN).index(character) != 0;
    }

    private synchronized int index(int character) {
        open();
        return Objects.requireNonNull(characters).getGlyphId(character);
    }

    private synchronized Glyph glyph(int character) {
        return cache.computeIfAbsent(character, this::create);
    }

    private Glyph create(int character) {
        if (character == SQUARED) {
            Glyph two = read('2');
            AffineTransform raised = new AffineTransform(RAISED_SIZE, 0, 0, RAISED_SIZE, 0, RAISED_BY);
            return new Glyph(raised.createTransformedShape(two.outline()), RAISED_SIZE * two.advance());
        }
        return read(character);
    }

    private Glyph read(int character) {
        int index = index(character);
        TrueTypeFont open = Objects.requireNonNull(font);
        try {
            double unit = 1.0 / open.getUnitsPerEm();
            GlyphData data = open.getGlyph().getGlyph(index);
            GeneralPath path = data == null ? new GeneralPath() : data.getPath();
            path.transform(AffineTransform.getScaleInstance(unit, unit));
            return new Glyph(path, unit * open.getAdvanceWidth(index));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font cannot be read", e);
        }
    }

    private void open() {
        if (font != null) {
            return;
        }
        try (InputStream stream =
                Objects.requireNonNull(GlyphOutlines.class.getResourceAsStream(file), "the bundled font is missing")) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            characters = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font cannot be read", e);
        }
    }
}
