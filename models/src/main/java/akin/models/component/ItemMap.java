package akin.models.component;

import java.io.Serializable;
import java.util.List;

/**
 * The most visited items on the two principal axes of their vectors, each first brought to length 1.
 *
 * @param learner whose vectors they are
 * @param explained the share of variance along each axis
 */
public record ItemMap(String learner, List<Double> explained, List<Point> items) implements Serializable {
    /**
     * An item on the map.
     *
     * @param category the path's names joined by slashes, empty when unknown
     */
    public record Point(String itemId, String category, int visits, double x, double y) implements Serializable {}
}
