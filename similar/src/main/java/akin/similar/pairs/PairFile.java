package akin.similar.pairs;

import akin.similar.catalogue.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Labelled pairs in a {@link TableFile}. */
public final class PairFile {
    private static final Set<String> YES = Set.of("1", "1.0", "true", "yes", "y", "t");
    private static final Set<String> NO = Set.of("0", "0.0", "-1", "false", "no", "n", "f");

    private final Path file;
    private final Map<String, String> mapping;

    /**
     * @param mapping names of columns by {@code left}, {@code right}, {@code label}; others are guessed
     */
    public PairFile(Path file, Map<String, String> mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /**
     * Reads pairs of ids.
     *
     * @param left finds the row of a product of the left catalogue, -1 for an unknown one; likewise right
     */
    public PairList readIds(ToIntFunction<String> left, ToIntFunction<String> right) throws IOException {
        return read(left, right, false);
    }

    /** Reads pairs of titles; both are found or made by the same function. */
    public PairList readTitles(ToIntFunction<String> product) throws IOException {
        return read(product, product, true);
    }

    private PairList read(ToIntFunction<String> left, ToIntFunction<String> right, boolean hold) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        int[] dropped = new int[2];
        new TableFile(file, "file of pairs").read(header -> {
            PairColumns columns = PairColumns.of(mapping, header, hold);
            return row -> {
                Boolean label = label(text(row, columns.label()));
                String leftText = text(row, columns.left());
                String rightText = text(row, columns.right());
                if (label == null || leftText.isEmpty() || rightText.isEmpty()) {
                    dropped[0]++;
                    return;
                }
                Pair pair = new Pair(left.applyAsInt(leftText), right.applyAsInt(rightText), label);
                if (pair.left() < 0 || pair.right() < 0) {
                    dropped[1]++;
                } else {
                    pairs.add(pair);
                }
            };
        });
        return new PairList(pairs, dropped[0], dropped[1]);
    }

    private static String text(String[] row, int column) {
        return column < row.length && row[column] != null ? row[column].strip() : "";
    }

    /** Null where it says neither yes nor no. */
    private static Boolean label(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? Boolean.TRUE : NO.contains(lower) ? Boolean.FALSE : null;
    }
}
