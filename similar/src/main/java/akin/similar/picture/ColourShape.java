package akin.similar.picture;

/**
 * A descriptor of a picture that needs no network: how often each colour occurs on what stands out from the background, and
 * where edges of which direction lie (histograms of oriented gradients, Dalal and Triggs 2005). Each half has length 1.
 *
 * <p>Colour, {@value #COLOURS} numbers: {@value #GREYS} greys from black to white, then {@value #HUES} hues in
 * {@value #TONES} tones each. Shape: {@value #DIRECTIONS} directions in each of {@value #CELLS} × {@value #CELLS} cells.
 * Both are square roots of shares, so that their inner product is the Bhattacharyya coefficient.
 */
public final class ColourShape {
    public static final int SIZE = 64;

    static final int GREYS = 6;
    static final int HUES = 14;
    static final int TONES = 3;
    static final int COLOURS = GREYS + HUES * TONES;
    static final int CELLS = 4;
    static final int DIRECTIONS = 5;
    static final int SHAPES = CELLS * CELLS * DIRECTIONS;

    private static final float GREY = 0.12f;
    private static final float BACKGROUND = 0.08f;
    private static final float LEAST_FOREGROUND = 0.03f;

    private ColourShape() {}

    /** Returns the colours. */
    public static float[] colour(Raster picture) {
        float[] border = border(picture);
        float[] counts = new float[COLOURS];
        float seen = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (distance(picture, x, y, border) > BACKGROUND) {
                    count(picture.at(x, y, 0), picture.at(x, y, 1), picture.at(x, y, 2), counts);
                    seen++;
                }
            }
        }
        if (seen < LEAST_FOREGROUND * picture.width() * picture.height()) {
            // All is background, such as a white shirt on white.
            count(border[0], border[1], border[2], counts);
        }
        return roots(counts, 0, COLOURS);
    }

    /** The mean colour of the outermost pixels. */
    private static float[] border(Raster picture) {
        float[] mean = new float[3];
        int last = picture.width() - 1;
        for (int colour = 0; colour < 3; colour++) {
            float sum = 0;
            for (int i = 0; i <= last; i++) {
                sum += picture.at(i, 0, colour)
                        + picture.at(i, last, colour)
                        + picture.at(0, i, colour)
                        + picture.at(last, i, colour);
            }
            mean[colour] = sum / (4 * picture.width());
        }
        return mean;
    }

    private static float distance(Raster picture, int x, int y, float[] colour) {
        float most = 0;
        for (int i = 0; i < 3; i++) {
            most = Math.max(most, Math.abs(picture.at(x, y, i) - colour[i]));
        }
        return most;
    }

    /** Adds a pixel to the bins around its colour. */
    private static void count(float red, float green, float blue, float[] counts) {
        float most = Math.max(red, Math.max(green, blue));
        float chroma = most - Math.min(red, Math.min(green, blue));
        float colourful = Math.min(1, chroma / (2 * GREY));
        spread(most * (GREYS - 1), GREYS, false, 0, 1, 1 - colourful, counts);
        if (colourful > 0) {
            float hue = hue(red, green, blue, most, chroma) * HUES / 6;
            float dark = most < 0.45f ? 1 : 0;
            int tone = dark > 0 ? 0 : chroma > 0.5f * most ? 1 : 2;
            spread(hue, HUES, true, GREYS + tone, TONES, colourful, counts);
        }
    }

    /** From 0 to 6: red, yellow, green, cyan, blue, magenta. */
    private static float hue(float red, float green, float blue, float most, float chroma) {
        float hue;
        if (most == red) {
            hue = (green - blue) / chroma;
        } else if (most == green) {
            hue = 2 + (blue - red) / chroma;
        } else {
            hue = 4 + (red - green) / chroma;
        }
        return hue < 0 ? hue + 6 : hue;
    }

    /** Shares a weight among the two bins around a position. */
    private static void spread(
            float position, int bins, boolean isCircle, int first, int step, float weight, float[] counts) {
        int low = (int) position;
        float share = position - low;
        int high = low + 1 < bins ? low + 1 : isCircle ? 0 : low;
        counts[first + step * (low % bins)] += weight * (1 - share);
        counts[first + step * high] += weight * share;
    }

    /** Returns the shapes. */
    public static float[] shape(Raster picture) {
        float[] grey = new float[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                grey[y * picture.width() + x] =
                        0.299f * picture.at(x, y, 0) + 0.587f * picture.at(x, y, 1) + 0.114f * picture.at(x, y, 2);
            }
        }
        float[] counts = new float[SHAPES];
        int width = picture.width();
        for (int y = 1; y < picture.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                edge(grey[at + 1] - grey[at - 1], grey[at + width] - grey[at - width], x, y, width, counts);
            }
        }
        return roots(counts, 0, SHAPES);
    }

    private static void edge(float dx, float dy, int x, int y, int size, float[] counts) {
        float strength = (float) Math.sqrt(dx * dx + dy * dy);
        if (strength > 0) {
            double angle = StrictMath.atan2(dy, dx) / Math.PI;
            float direction = (float) (angle < 0 ? angle + 1 : angle) * DIRECTIONS;
            int cell = y * CELLS / size * CELLS + x * CELLS / size;
            spread(direction % DIRECTIONS, DIRECTIONS, true, cell * DIRECTIONS, 1, strength, counts);
        }
    }

    private static float[] roots(float[] counts, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        for (int i = from; i < to; i++) {
            counts[i] = sum > 0 ? (float) Math.sqrt(counts[i] / sum) : 0;
        }
        return counts;
    }
}
