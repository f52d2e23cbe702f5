package akin.tools.logs.delimited;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Proposes a mapping for a delimited file from its header and its first lines. What is not found is marked by a {@code ?}. */
public final class Proposal {
    private static final int MOST_TYPES = 12;
    private static final List<String> FORMATS = List.of(
            "yyyy-MM-dd HH:mm:ss[ 'UTC']",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd",
            "dd.MM.yyyy HH:mm:ss",
            "dd.MM.yyyy HH:mm",
            "yyyy/MM/dd HH:mm:ss",
            "MM/dd/yyyy HH:mm");

    private final Sample sample;
    private final List<String> lines = new ArrayList<>();

    private Proposal(Sample sample) {
        this.sample = sample;
    }

    /** Returns the mapping as YAML. */
    public static String of(Path file) throws IOException {
        return new Proposal(Sample.of(file)).yaml();
    }

    private String yaml() {
        lines.add("# Columns: " + String.join(", ", sample.columns()));
        lines.add("separator: " + quoted(String.valueOf(sample.separator())));
        lines.add("# false when the lines are in the order of time: then they are read as they come.");
        lines.add("sort: true");
        lines.add("files:");
        lines.add(sample.hasHeader() ? "  - event:" : "  - columns: [" + list(sample.columns()) + "]\n    event:");
        Optional<String> session = named("session");
        Optional<String> user = named("user|visitor|customer|client|member").or(() -> session);
        put("user", user);
        session.ifPresent(column -> lines.add("      session: " + quoted(column)));
        put("item", named("(item|product|sku|article|stock|asin).*").or(() -> named("(item|product|sku|article).*")));
        lines.add("      type: " + type());
        lines.add("      time: " + time());
        catalogue();
        return String.join("\n", lines) + "\n";
    }

    private void put(String key, Optional<String> column) {
        lines.add("      " + key + ": " + column.map(Proposal::quoted).orElse("?  # which column?"));
    }

    /** Returns the first column of such a name, one that ends in id before others. */
    private Optional<String> named(String words) {
        Pattern name = Pattern.compile(".*(" + words + ").*", Pattern.CASE_INSENSITIVE);
        Predicate<String> isId = column -> column.toLowerCase(Locale.ROOT).matches(".*(id|code)");
        List<String> matching = sample.columns().stream()
                .filter(column -> name.matcher(column).matches())
                .toList();
        return matching.stream()
                .filter(isId)
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }

    private String type() {
        for (String column : sample.columns()) {
            List<String> values = sample.values(column);
            boolean named = column.toLowerCase(Locale.ROOT).matches(".*(event|type|behaviou?r|action).*");
            if (named
                    && !values.isEmpty()
                    && values.size() <= MOST_TYPES
                    && timeFormat(column).isEmpty()) {
                String types = values.stream()
                        .map(value -> quoted(value) + ": " + meaning(value))
                        .collect(Collectors.joining(", "));
                return "{column: " + quoted(column) + ", values: {" + types
                        + "}}  # view, cart or purchase; leave out others";
            }
        }
        return "{value: view}  # no column tells: each line is a view";
    }

    private static String meaning(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (word.matches(".*(purchase|buy|bought|transaction|order|sale).*")) {
            return "purchase";
        }
        return word.matches("(?!.*remove).*(cart|basket).*") ? "cart" : "view";
    }

    private String time() {
        for (String column : sample.columns()) {
            Optional<String> format = timeFormat(column);
            if (format.isPresent()) {
                return "{column: " + quoted(column) + format.get() + "}";
            }
        }
        return "?  # which column, and how is it written? {column: NAME, format: \"yyyy-MM-dd HH:mm:ss\", zone: UTC}";
    }

    /** Returns how a column's times are written, empty when they are none. */
    private Optional<String> timeFormat(String column) {
        List<String> values = sample.values(column);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.stream().allMatch(value -> value.matches("1[0-9]{9}"))) {
            return Optional.of(", unit: seconds");
        }
        if (values.stream().allMatch(value -> value.matches("1[0-9]{12}"))) {
            return Optional.of(", unit: milliseconds");
        }
        if (reads(values, null)) {
            return Optional.of("");
        }
        return FORMATS.stream()
                .filter(format -> reads(values, format))
                .findFirst()
                .map(format -> ", format: " + quoted(format) + ", zone: UTC");
    }

    private static boolean reads(List<String> values, String format) {
        TimeColumn.Times times = new TimeColumn(List.of("time"), null, null, format, null, null, 0).times();
        Header header = new Header(List.of("time"));
        long readable = values.stream()
                .filter(value -> times.canRead(new Row(header, new String[] {value})))
                .count();
        return 2 * readable > values.size();
    }

    private void catalogue() {
        Optional<String> category = named("category|cat");
        Optional<String> brand = named("brand|vendor");
        Optional<String> price = named("price");
        if (category.isPresent() || brand.isPresent() || price.isPresent()) {
            lines.add("    item:");
            category.ifPresent(column -> lines.add("      category: " + quoted(column)));
            brand.ifPresent(column -> lines.add("      brand: " + quoted(column)));
            price.ifPresent(column -> lines.add("      price: " + quoted(column)));
        }
    }

    private static String list(List<String> names) {
        return names.stream().map(Proposal::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
    }
}
