package akin.tools.simulation;

import java.awt.image.BufferedImage;

/**
 * Draws an item of the simulated shop, pixel by pixel with arithmetic alone, so that a picture is the same on every machine:
 * a shape on white, in the colour of the attribute, with the pattern of the style.
 */
final class Drawing {
    static final int SIZE = 96;

    private static final int WHITE = 0xffffff;
    private static final int STREAM = 7;
    private static final double PLACES = 24;

    private Drawing() {}

    static BufferedImage of(Look look) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        int colour = colour(look.colour());
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double right = (2 * x + 1.0) / SIZE - 1;
                double down = (2 * y + 1.0) / SIZE - 1;
                int pixel = !isInside(look.leaf(), right, down)
                        ? WHITE
                        : isMarked(look, x, y) ? mixed(colour, contrast(colour), 0.75) : colour;
                image.setRGB(x, y, pixel);
            }
        }
        return image;
    }

    private static int colour(String name) {
        return switch (name) {
            case "black" -> 0x282828;
            case "white" -> 0xe6e6e0;
            case "red" -> 0xc81e28;
            case "blue" -> 0x2846be;
            case "green" -> 0x28963c;
            default -> 0xcdb48c;
        };
    }

    private static int contrast(int colour) {
        int sum = (colour >> 16 & 255) + (colour >> 8 & 255) + (colour & 255);
        return sum > 384 ? 0x505050 : 0xffffff;
    }

    private static int mixed(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = (1 - share) * (one >> shift & 255) + share * (other >> shift & 255);
            mixed |= (int) Math.round(value) << shift;
        }
        return mixed;
    }

    /** A blob with as many lobes, as wide and as deep as the leaf's hash says. */
    private static boolean isInside(int leaf, double right, double down) {
        long hash = Draws.hash(STREAM, STREAM, leaf);
        int lobes = 1 + (int) (hash & 7);
        double width = 0.55 + (hash >>> 3 & 7) / 20.0;
        double height = 0.55 + (hash >>> 6 & 7) / 20.0;
        double depth = lobes == 1 ? 0 : 0.08 + (hash >>> 9 & 3) / 16.0;
        double x = right / width;
        double y = down / height;
        double angle = StrictMath.atan2(y, x);
        double square = (hash >>> 11 & 1) == 0 ? StrictMath.sqrt(x * x + y * y) : Math.max(Math.abs(x), Math.abs(y));
        return square <= 1 - depth + depth * StrictMath.cos(lobes * angle);
    }

    /** Each style has a pattern, whose period grows with the place. */
    private static boolean isMarked(Look look, int x, int y) {
        double period = 6 + 12 * (1 - 1 / (1 + look.place() / PLACES));
        return switch (look.style()) {
            case 0 -> false;
            case 1 -> isEven(x / period);
            case 2 -> isEven(y / period);
            case 3 -> isEven((x + y) / period);
            case 4 -> isEven(x / period) == isEven(y / period);
            default -> isDot(x, y, period);
        };
    }

    private static boolean isEven(double stripe) {
        return ((int) stripe & 1) == 0;
    }

    private static boolean isDot(int x, int y, double period) {
        double right = x % period - period / 2;
        double down = y % period - period / 2;
        return right * right + down * down < period * period / 10;
    }
}
