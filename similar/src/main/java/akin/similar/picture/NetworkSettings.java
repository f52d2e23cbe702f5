package akin.similar.picture;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * How a picture is made ready for a network.
 *
 * @param size width and height in pixels
 * @param layout {@code nchw}: colour by colour, or {@code nhwc}: pixel by pixel
 * @param mean taken from each of red, green and blue, which are from 0 to 1
 * @param deviation each is divided by, after that
 * @param output name of the network's output; null for the first
 */
public record NetworkSettings(int size, String layout, List<Double> mean, List<Double> deviation, String output)
        implements Serializable {
    public NetworkSettings {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        Checks.ofPart()
                .range("size", size, 8, 2048)
                .require("nchw".equals(layout) || "nhwc".equals(layout), "layout", layout, "nchw or nhwc")
                .require(mean.size() == 3, "mean", mean, "three numbers")
                .require(
                        deviation.size() == 3 && deviation.stream().allMatch(value -> value > 0),
                        "deviation",
                        deviation,
                        "three numbers above 0")
                .verify();
    }

    /** Returns the picture as the network takes it. */
    float[] input(Raster picture) {
        float[] input = new float[3 * size * size];
        int at = 0;
        if (layout.equals("nhwc")) {
            for (int pixel = 0; pixel < size * size; pixel++) {
                for (int colour = 0; colour < 3; colour++) {
                    input[at++] = value(picture, pixel, colour);
                }
            }
        } else {
            for (int colour = 0; colour < 3; colour++) {
                for (int pixel = 0; pixel < size * size; pixel++) {
                    input[at++] = value(picture, pixel, colour);
                }
            }
        }
        return input;
    }

    private float value(Raster picture, int pixel, int colour) {
        float value = picture.at(pixel % size, pixel / size, colour);
        return (float) ((value - mean.get(colour)) / deviation.get(colour));
    }

    /** Returns the shape of the input. */
    long[] shape() {
        return layout.equals("nhwc") ? new long[] {1, size, size, 3} : new long[] {1, 3, size, size};
    }
}
