package akin.similar.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes products of rows of text. */
final class ProductReader {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d{3})*(?:[.,]\\d+)?|[.,]\\d+");
    private static final Pattern COLUMN = Pattern.compile("\\{([^}]*)\\}");
    private static final Set<String> NO = Set.of("false", "no", "0", "f", "n", "out of stock");

    private final Columns columns;
    private final Map<String, Integer> places = new HashMap<>();

    ProductReader(Columns columns, List<String> header) {
        this.columns = columns;
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i), i);
        }
    }

    /** Returns null for a row without an id. */
    Product product(String[] row) {
        String id = text(row, columns.id());
        if (id == null) {
            return null;
        }
        return new Product(
                id,
                text(row, columns.title()),
                text(row, columns.description()),
                category(row),
                text(row, columns.brand()),
                price(text(row, columns.price())),
                attributes(row),
                image(row),
                isAvailable(text(row, columns.available())));
    }

    private String text(String[] row, String column) {
        Integer place = column == null ? null : places.get(column);
        if (place == null || place >= row.length || row[place] == null) {
            return null;
        }
        String text = row[place].strip();
        return text.isEmpty() ? null : text;
    }

    private List<String> category(String[] row) {
        List<String> path = new ArrayList<>();
        for (String column : columns.category()) {
            String level = text(row, column);
            if (level != null) {
                path.add(level);
            }
        }
        return path;
    }

    private Map<String, String> attributes(String[] row) {
        Map<String, String> values = new TreeMap<>();
        columns.attributes().forEach((name, column) -> {
            String value = text(row, column);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** Null where a column that the place is made of says nothing. */
    private String image(String[] row) {
        if (columns.image() == null) {
            return null;
        }
        Matcher matcher = COLUMN.matcher(columns.image());
        StringBuilder place = new StringBuilder();
        while (matcher.find()) {
            String value = text(row, matcher.group(1));
            if (value == null) {
                return null;
            }
            matcher.appendReplacement(place, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(place).toString();
    }

    /** The first number of a text such as {@code $1,299.00}; NaN where there is none. */
    static double price(String text) {
        Matcher matcher = NUMBER.matcher(text == null ? "" : text);
        if (!matcher.find()) {
            return Double.NaN;
        }
        String number = matcher.group();
        int mark = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        // A mark before three digits groups thousands, unless it is the only point: 1,299 and 1.299.
        boolean grouping =
                mark >= 0 && number.length() - mark == 4 && (number.charAt(mark) == ',' || number.indexOf('.') < mark);
        if (mark < 0 || grouping) {
            return Double.parseDouble(number.replaceAll("[.,]", ""));
        }
        return Double.parseDouble(number.substring(0, mark).replaceAll("[.,]", "") + "." + number.substring(mark + 1));
    }

    private static boolean isAvailable(String text) {
        return text == null || !NO.contains(text.toLowerCase(Locale.ROOT));
    }
}
