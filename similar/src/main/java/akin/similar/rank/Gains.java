package akin.similar.rank;

import akin.similar.catalogue.Product;
import akin.similar.settings.UsageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says how similar products are by what their catalogue says of them: each level has a gain, and properties that must be the
 * same. A pair has the gain of the highest level that it reaches.
 */
final class Gains {
    private final List<Level> levels;
    /** Per level, for each product the number of its group, or -1. */
    private final int[][] groups;

    /**
     * What must be the same for a gain.
     *
     * @param properties {@code title}, {@code brand}, {@code category} or names of attributes
     */
    record Level(double gain, List<String> properties) {
        /** Reads a level such as {@code 2=gender,articleType,baseColour}. */
        static Level parse(String text) {
            int mark = text.indexOf('=');
            try {
                double gain = Double.parseDouble(text.substring(0, Math.max(0, mark)));
                List<String> properties = List.of(text.substring(mark + 1).split(","));
                if (gain > 0 && gain <= 100 && !properties.contains("")) {
                    return new Level(gain, properties);
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new UsageException(
                    "--gain " + text + ": a number from 0 to 100, =, and properties, such as 2=gender,colour");
        }

        private String key(Product product) {
            StringBuilder key = new StringBuilder();
            for (String property : properties) {
                String value = value(product, property);
                if (value == null) {
                    return null;
                }
                key.append(value).append('\0');
            }
            return key.toString();
        }

        private static String value(Product product, String property) {
            return switch (property) {
                case "title" -> product.title();
                case "brand" -> product.brand();
                case "category" -> product.category().isEmpty() ? null : String.join("/", product.category());
                default -> product.attributes().get(property);
            };
        }
    }

    Gains(List<Level> levels, List<Product> products) {
        this.levels = levels.stream()
                .sorted(Comparator.comparingDouble(Level::gain).reversed())
                .toList();
        groups = this.levels.stream().map(level -> groups(level, products)).toArray(int[][]::new);
    }

    private static int[] groups(Level level, List<Product> products) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] groups = new int[products.size()];
        for (int i = 0; i < groups.length; i++) {
            String key = level.key(products.get(i));
            groups[i] = key == null ? -1 : numbers.computeIfAbsent(key, unknown -> numbers.size());
        }
        return groups;
    }

    /** The levels, the highest gain first. */
    List<Level> levels() {
        return levels;
    }

    double of(int one, int other) {
        int level = level(one, other);
        return level == levels.size() ? 0 : levels.get(level).gain();
    }

    /** Returns the number of the highest level that a pair reaches, or how many levels there are. */
    int level(int one, int other) {
        int level = 0;
        while (level < levels.size() && !isSame(level, one, other)) {
            level++;
        }
        return level;
    }

    private boolean isSame(int level, int one, int other) {
        return groups[level][one] >= 0 && groups[level][one] == groups[level][other];
    }

    /** Returns the products of each group of a level, in their order. */
    List<List<Integer>> members(int level, List<Integer> products) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int product : products) {
            if (groups[level][product] >= 0) {
                members.computeIfAbsent(groups[level][product], group -> new ArrayList<>())
                        .add(product);
            }
        }
        return List.copyOf(members.values());
    }
}
