package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Renders to SVG 1.1. Text stays text: searchable, accessible to screen readers, and sharp at any size. */
final class SvgBackend implements RenderBackend {
    private static final String FONTS =
            "'Nanum Gothic',NanumGothic,'Noto Sans KR','Apple SD Gothic Neo','Malgun Gothic',sans-serif";
    private static final String NOT_ALLOWED_IN_XML =
            "[^\\t\\n\\r\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]";
    private static final double OPAQUE = 255;

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private final int height;
    private int clips;

    SvgBackend(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void fill(Shape shape, Color colour) {
        out.append("<path d=\"")
                .append(path(shape))
                .append('"')
                .append(paint("fill", colour))
                .append("/>\n");
    }

    @Override
    public void draw(Shape shape, Color colour, double width, float... dashes) {
        out.append("<path d=\"").append(path(shape)).append("\" fill=\"none\" stroke-linejoin=\"round\"");
        out.append(paint("stroke", colour))
                .append(" stroke-width=\"")
                .append(number(width))
                .append('"');
        if (dashes.length > 0) {
            out.append(" stroke-dasharray=\"");
            for (int i = 0; i < dashes.length; i++) {
                out.append(i == 0 ? "" : " ").append(number(dashes[i]));
            }
            out.append('"');
        }
        out.append("/>\n");
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Color colour) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" font-size=\"").append(number(size)).append('"').append(bold ? " font-weight=\"bold\"" : "");
        out.append(paint("fill", colour)).append('>').append(escaped(text)).append("</text>\n");
    }

    @Override
    public void within(Shape shape, Runnable drawing) {
        String id = "c" + clips++;
        out.append("<clipPath id=\"").append(id).append("\"><path d=\"").append(path(shape));
        out.append("\"/></clipPath><g clip-path=\"url(#").append(id).append(")\">\n");
        drawing.run();
        out.append("</g>\n");
    }

    @Override
    public void turned(double radians, double x, double y, Runnable drawing) {
        out.append("<g transform=\"rotate(").append(number(Math.toDegrees(radians)));
        out.append(' ').append(number(x)).append(' ').append(number(y)).append(")\">\n");
        drawing.run();
        out.append("</g>\n");
    }

    String document(String title, String description) {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\""
                                + " width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"%s\">\n",
                        width,
                        height,
                        width,
                        height,
                        FONTS)
                + "<title id=\"t\">" + escaped(title) + "</title>\n<desc id=\"d\">" + escaped(description) + "</desc>\n"
                + out + "</svg>\n";
    }

    private static String paint(String attribute, Color colour) {
        String paint = String.format(Locale.ROOT, " %s=\"#%06x\"", attribute, colour.getRGB() & 0xffffff);
        return colour.getAlpha() == OPAQUE
                ? paint
                : paint + " " + attribute + "-opacity=\"" + number(colour.getAlpha() / OPAQUE) + '"';
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> step(path, 'M', at, 2);
                case PathIterator.SEG_LINETO -> step(path, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> step(path, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> step(path, 'C', at, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void step(StringBuilder path, char command, double[] at, int count) {
        path.append(command);
        for (int i = 0; i < count; i++) {
            path.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    /** Formats a length, rounded to a hundredth of a point. */
    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll(NOT_ALLOWED_IN_XML, "");
    }
}
