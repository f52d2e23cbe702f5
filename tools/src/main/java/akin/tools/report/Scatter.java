package akin.tools.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Items in the plane: coloured by category, larger when popular, hollow when rare, the most visited ones named. */
final class Scatter {
    static final int MOST_ITEMS = 3000;
    static final int RARE = 10;
    private static final int NAMED = 10;
    private static final int LONGEST_NAME = 24;
    private static final double WIDTH = 900;
    private static final double HEIGHT = 640;
    private static final double EDGE = 16;
    private static final double TOP = 34;
    private static final double BOTTOM = 590;

    private final List<ItemMap.Place> items;
    private final Map<String, Integer> looks;
    private final double[] explained;
    private final Scale x;
    private final Scale y;

    private Scatter(ItemMap map) {
        items = map.items().subList(0, Math.min(MOST_ITEMS, map.items().size()));
        looks = looks(items);
        explained = map.explained();
        double[] bounds = bounds(items);
        // One scale for both directions: distance is what the map shows.
        double perPixel = Math.max(
                (bounds[1] - bounds[0]) / (WIDTH - 4 * EDGE), (bounds[3] - bounds[2]) / (BOTTOM - TOP - 2 * EDGE));
        x = centred(bounds[0], bounds[1], perPixel, EDGE, WIDTH - EDGE);
        y = centred(bounds[2], bounds[3], perPixel, BOTTOM, TOP);
    }

    /** Draws the most visited of the items, of which there is at least one. */
    static void draw(Markup to, ItemMap map) {
        new Scatter(map).draw(to);
    }

    private static double[] bounds(List<ItemMap.Place> items) {
        double[] bounds = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (ItemMap.Place item : items) {
            bounds[0] = Math.min(bounds[0], item.x());
            bounds[1] = Math.max(bounds[1], item.x());
            bounds[2] = Math.min(bounds[2], item.y());
            bounds[3] = Math.max(bounds[3], item.y());
        }
        return bounds;
    }

    private static Scale centred(double from, double to, double perPixel, double start, double end) {
        double half = (perPixel == 0 ? 1 : perPixel) * Math.abs(end - start) / 2;
        return new Scale((from + to) / 2 - half, (from + to) / 2 + half, start, end);
    }

    /** The largest categories have a colour each, the others share the last one. */
    private static Map<String, Integer> looks(List<ItemMap.Place> items) {
        Map<String, Long> sizes = items.stream()
                .collect(Collectors.groupingBy(ItemMap.Place::category, LinkedHashMap::new, Collectors.counting()));
        List<String> names = new ArrayList<>(sizes.keySet());
        names.sort(
                Comparator.comparingLong((String name) -> -sizes.get(name)).thenComparing(Comparator.naturalOrder()));
        Map<String, Integer> looks = new LinkedHashMap<>();
        names.forEach(name -> looks.put(name, Math.min(looks.size(), Palette.COLOURS - 1)));
        return looks;
    }

    private void draw(Markup to) {
        Legend.dots(to, legend());
        Frame.open(to.open("div", "class", "wide"), WIDTH, HEIGHT, "Map of the items");
        to.empty("rect", "class", "area", "x", EDGE, "y", TOP, "width", WIDTH - 2 * EDGE, "height", BOTTOM - TOP);
        Frame frame = new Frame(new Scale(0, 1, EDGE, WIDTH - EDGE), new Scale(0, 1, BOTTOM - 16, TOP));
        frame.titles(to, "→ first direction" + share(0), "↑ second direction" + share(1));
        items.forEach(item -> dot(to, item));
        names(to);
        to.close().close();
    }

    private String share(int direction) {
        return Double.isFinite(explained[direction])
                ? ", keeps " + Numbers.percent(explained[direction]) + " of the variation"
                : "";
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        int others = looks.size() - (Palette.COLOURS - 1);
        looks.forEach((name, look) -> {
            if (look < Palette.COLOURS - 1 || others == 1) {
                entries.add(new Legend.Entry(Numbers.shortened(name, LONGEST_NAME), look));
            }
        });
        if (others > 1) {
            entries.add(new Legend.Entry(others + " other categories", Palette.COLOURS - 1));
        }
        return entries;
    }

    private void dot(Markup to, ItemMap.Place item) {
        to.open(
                "circle",
                "class",
                item.visits() < RARE ? "place rare" : "place",
                "style",
                Palette.colour(looks.get(item.category())),
                "cx",
                x.at(item.x()),
                "cy",
                y.at(item.y()),
                "r",
                radius(item));
        to.leaf("title", item.itemId() + ", " + item.category() + ", " + Numbers.count(item.visits()) + " visits")
                .close();
    }

    private static double radius(ItemMap.Place item) {
        return Math.min(12, 2.5 + 1.8 * Math.log10(1 + item.visits()));
    }

    private void names(Markup to) {
        List<ItemMap.Place> named = items.subList(0, Math.min(NAMED, items.size()));
        Labels labels = new Labels(EDGE, TOP, WIDTH - EDGE, BOTTOM);
        named.forEach(item -> labels.keepFree(x.at(item.x()), y.at(item.y()), radius(item)));
        for (ItemMap.Place item : named) {
            String name = Numbers.shortened(item.itemId(), LONGEST_NAME);
            Rectangle2D box = labels.place(name, x.at(item.x()), y.at(item.y()), radius(item));
            if (box != null) {
                leader(to, item, box);
                Frame.text(to, name, "name halo middle", box.getCenterX(), box.getCenterY() + 4);
            }
        }
    }

    /** A line from a point to a name that is not right beside it. */
    private void leader(Markup to, ItemMap.Place item, Rectangle2D box) {
        double fromX = x.at(item.x());
        double fromY = y.at(item.y());
        double toX = Math.max(box.getMinX(), Math.min(box.getMaxX(), fromX));
        double toY = Math.max(box.getMinY(), Math.min(box.getMaxY(), fromY));
        if (Math.hypot(toX - fromX, toY - fromY) > radius(item) + 8) {
            Frame.line(to, "pointer", fromX, fromY, toX, toY);
        }
    }
}
