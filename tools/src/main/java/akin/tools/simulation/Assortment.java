package akin.tools.simulation;

import akin.models.catalog.Content;
import akin.models.catalog.Item;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The items of the shop. Each has a leaf category and a style; items of one style in one leaf stand in a row, and
 * neighbours in the row are the most alike. Brand and colour follow the style mostly, not always: attributes tell
 * something of what shoppers do, visits tell more.
 */
final class Assortment {
    static final int STYLES = 6;

    private static final int ITEMS_PER_LEAF = 60;
    private static final int LEAVES_PER_GROUP = 4;
    private static final int GROUPS_PER_DEPARTMENT = 4;
    private static final String[] COLOURS = {"black", "white", "red", "blue", "green", "beige"};
    private static final String[] MATERIALS = {"cotton", "wool", "linen", "leather"};
    private static final String[] PATTERNS = {
        "plain", "upright stripes", "level stripes", "slanting stripes", "checks", "dots"
    };
    private static final int STREAM = 1;

    private final long seed;
    private final int leaves;
    private final int[][] rows;
    private final int[] rowSizes;
    private int[] leafOf;
    private byte[] styleOf;
    private boolean[] gone;
    private int size;

    Assortment(long seed, int items) {
        this.seed = seed;
        leaves = Math.max(8, items / ITEMS_PER_LEAF);
        rows = new int[leaves * STYLES][8];
        rowSizes = new int[rows.length];
        leafOf = new int[items + 16];
        styleOf = new byte[items + 16];
        gone = new boolean[items + 16];
    }

    int size() {
        return size;
    }

    int leaves() {
        return leaves;
    }

    int leaf(int item) {
        return leafOf[item];
    }

    int style(int item) {
        return styleOf[item];
    }

    boolean isGone(int item) {
        return gone[item];
    }

    static String id(int item) {
        return "i" + item;
    }

    /** Adds the next item and gives its number. */
    int add() {
        int item = size++;
        if (item == leafOf.length) {
            int capacity = item + (item >> 1);
            leafOf = Arrays.copyOf(leafOf, capacity);
            styleOf = Arrays.copyOf(styleOf, capacity);
            gone = Arrays.copyOf(gone, capacity);
        }
        leafOf[item] = (int) Long.remainderUnsigned(Draws.hash(seed, STREAM, 4L * item), leaves);
        styleOf[item] = (byte) Long.remainderUnsigned(Draws.hash(seed, STREAM, 4L * item + 1), STYLES);
        int row = row(leafOf[item], styleOf[item]);
        if (rowSizes[row] == rows[row].length) {
            rows[row] = Arrays.copyOf(rows[row], 2 * rowSizes[row]);
        }
        rows[row][rowSizes[row]++] = item;
        return item;
    }

    private static int row(int leaf, int style) {
        return leaf * STYLES + style;
    }

    /** Takes an item out of the shop; where it stood in its row is kept free. */
    void remove(int item) {
        gone[item] = true;
    }

    /** An item of a leaf and style, the front of the row far more often; -1 when none was found. */
    int popular(int leaf, int style, Draws draws) {
        int row = row(leaf, style);
        for (int tries = 0; tries < 8 && rowSizes[row] > 0; tries++) {
            int item = rows[row][draws.zipf(rowSizes[row])];
            if (!gone[item]) {
                return item;
            }
        }
        return -1;
    }

    /** An item near another one in its row; -1 when none was found. */
    int near(int item, Draws draws) {
        int row = row(leafOf[item], styleOf[item]);
        int at = Arrays.binarySearch(rows[row], 0, rowSizes[row], item);
        for (int tries = 0; tries < 8; tries++) {
            int step = 1 + draws.zipf(4);
            int other = at + (draws.chance(0.5) ? step : -step);
            if (other >= 0 && other < rowSizes[row] && !gone[rows[row][other]]) {
                return rows[row][other];
            }
        }
        return -1;
    }

    /** What one sees of an item, whose colour is that of the attribute. */
    Look look(int item) {
        int place = Arrays.binarySearch(
                rows[row(leafOf[item], styleOf[item])], 0, rowSizes[row(leafOf[item], styleOf[item])], item);
        return new Look(leafOf[item], styleOf[item], place, COLOURS[seenStyle(item)]);
    }

    /** The style that brand and colour tell of, which is the item's own mostly. */
    private int seenStyle(int item) {
        long draw = Draws.hash(seed, STREAM, 4L * item + 2);
        return (draw & 3) == 0 ? (int) ((draw >>> 2) % STYLES & 7) % STYLES : styleOf[item];
    }

    /** What the catalogue says of an item. */
    Item describe(int item, long timestamp, long createdAt, boolean available, double priceFactor) {
        long draw = Draws.hash(seed, STREAM, 4L * item + 2);
        int seenStyle = seenStyle(item);
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("colour", COLOURS[Math.floorMod(seenStyle, STYLES)]);
        attributes.put("material", MATERIALS[(int) (draw >>> 8 & 3)]);
        double price = (5 + (draw >>> 16 & 127)) * (1 + leafOf[item] % 5) * priceFactor;
        String brand = "brand-" + Math.floorMod(seenStyle, STYLES) + "-" + (draw >>> 32 & 3);
        return new Item(
                id(item),
                timestamp,
                path(leafOf[item]),
                brand,
                Math.round(price * 100) / 100.0,
                attributes,
                available,
                createdAt,
                false,
                title(item, attributes, brand));
    }

    private Content title(int item, TreeMap<String, String> attributes, String brand) {
        String title = String.join(
                " ",
                brand,
                attributes.get("colour"),
                attributes.get("material"),
                PATTERNS[styleOf[item]],
                "thing-" + leafOf[item],
                "no " + item);
        return new Content(title, new TreeMap<>(), new TreeMap<>());
    }

    private static List<String> path(int leaf) {
        int group = leaf / LEAVES_PER_GROUP;
        return List.of("department-" + group / GROUPS_PER_DEPARTMENT, "group-" + group, "leaf-" + leaf);
    }
}
