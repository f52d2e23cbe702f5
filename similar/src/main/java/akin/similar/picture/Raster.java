package akin.similar.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture of a fixed size: red, green and blue from 0 to 1, row by row. Averages the areas of the original, in an order
 * that is the same everywhere; what is transparent is white.
 */
public final class Raster {
    private static final float FULL = 255;

    private final int width;
    private final int height;
    private final float[] values;

    private Raster(int width, int height) {
        this.width = width;
        this.height = height;
        values = new float[3 * width * height];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Returns a pixel's colour: 0 red, 1 green, 2 blue. */
    public float at(int x, int y, int colour) {
        return values[3 * (y * width + x) + colour];
    }

    /**
     * Reads a picture in any format that Java reads.
     *
     * @param mostPixels a picture of more is refused before it is unpacked
     * @return null when it can't be read
     */
    public static Raster read(byte[] file, int width, int height, long mostPixels) {
        BufferedImage image;
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            image = read(readers.next(), in, Math.max(width, height), mostPixels);
        } catch (IOException | RuntimeException e) {
            // Whatever the decoders throw on broken bytes.
            return null;
        }
        return image == null ? null : scaled(image, width, height);
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in, int size, long mostPixels)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || (long) width * height > mostPixels) {
                return null;
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(width, height) / (4 * size));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static Raster scaled(BufferedImage image, int width, int height) {
        Raster raster = new Raster(width, height);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * image.getHeight() / height);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * image.getHeight() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * image.getWidth() / width);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * image.getWidth() / width));
                raster.average(pixels, image.getWidth(), new int[] {left, right, top, bottom}, y * width + x);
            }
        }
        return raster;
    }

    private void average(int[] pixels, int stride, int[] area, int pixel) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = area[2]; y < area[3]; y++) {
            for (int x = area[0]; x < area[1]; x++) {
                int argb = pixels[y * stride + x];
                int alpha = argb >>> 24;
                red += overWhite(argb >> 16 & 255, alpha);
                green += overWhite(argb >> 8 & 255, alpha);
                blue += overWhite(argb & 255, alpha);
            }
        }
        float n = FULL * (area[1] - area[0]) * (area[3] - area[2]);
        values[3 * pixel] = red / n;
        values[3 * pixel + 1] = green / n;
        values[3 * pixel + 2] = blue / n;
    }

    private static int overWhite(int colour, int alpha) {
        return (colour * alpha + 255 * (255 - alpha)) / 255;
    }
}
