package akin.tools.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds places for names beside their points, so that no name covers another one or another named point. */
final class Labels {
    private static final double CHARACTER = 6.8;
    private static final double HEIGHT = 14;
    private static final double[] DISTANCES = {3, 14, 28, 46, 70};
    private static final int DIRECTIONS = 8;

    private final Rectangle2D area;
    private final List<Rectangle2D> taken = new ArrayList<>();

    Labels(double left, double top, double right, double bottom) {
        area = new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** Keeps a point free of names. */
    void keepFree(double x, double y, double radius) {
        taken.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** The box for a name near a point, or null where there is no room. */
    Rectangle2D place(String name, double x, double y, double radius) {
        double width = CHARACTER * name.codePointCount(0, name.length());
        for (double distance : DISTANCES) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                Rectangle2D box = box(width, x, y, radius + distance, 2 * Math.PI * direction / DIRECTIONS);
                if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
                    taken.add(box);
                    return box;
                }
            }
        }
        return null;
    }

    /** A box whose nearest side is {@code distance} from the point. */
    private static Rectangle2D box(double width, double x, double y, double distance, double angle) {
        double right = Math.cos(angle);
        double down = Math.sin(angle);
        double left = x + right * distance + (Math.abs(right) < 0.1 ? -width / 2 : right < 0 ? -width : 0);
        double top = y + down * distance + (Math.abs(down) < 0.1 ? -HEIGHT / 2 : down < 0 ? -HEIGHT : 0);
        return new Rectangle2D.Double(left, top, width, HEIGHT);
    }
}
