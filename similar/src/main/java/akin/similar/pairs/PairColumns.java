package akin.similar.pairs;

import akin.similar.settings.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which columns of a file of pairs name the two products and say whether they are similar.
 *
 * @param hold whether left and right hold titles instead of ids
 */
record PairColumns(int left, int right, int label, boolean hold) {
    private static final List<String> LEFT =
            List.of("ltable_id", "left_id", "id_left", "left", "id1", "id_a", "ida", "idabt", "item1");
    private static final List<String> RIGHT =
            List.of("rtable_id", "right_id", "id_right", "right", "id2", "id_b", "idb", "idbuy", "item2");
    private static final List<String> LEFT_TITLES =
            List.of("left_title", "title_left", "title1", "item_name_1", "left");
    private static final List<String> RIGHT_TITLES =
            List.of("right_title", "title_right", "title2", "item_name_2", "right");
    private static final List<String> LABELS = List.of("label", "is_match", "match", "gold", "similar");

    /**
     * Reads a mapping, and guesses by their usual names the columns that it doesn't name.
     *
     * @param mapping names of columns by {@code left}, {@code right} and {@code label}
     * @param hold whether titles are looked for instead of ids
     */
    static PairColumns of(Map<String, String> mapping, List<String> header, boolean hold) {
        for (String key : mapping.keySet()) {
            if (!List.of("left", "right", "label").contains(key)) {
                throw new UsageException("pair column " + key + ": no such key, known are label, left, right");
            }
        }
        return new PairColumns(
                find("left", mapping, header, hold ? LEFT_TITLES : LEFT),
                find("right", mapping, header, hold ? RIGHT_TITLES : RIGHT),
                find("label", mapping, header, LABELS),
                hold);
    }

    private static int find(String key, Map<String, String> mapping, List<String> header, List<String> habits) {
        List<String> names = mapping.containsKey(key) ? List.of(mapping.get(key)) : habits;
        for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
                boolean isGuess = header.get(i).toLowerCase(Locale.ROOT).equals(name);
                if (header.get(i).equals(name) || isGuess && !mapping.containsKey(key)) {
                    return i;
                }
            }
        }
        throw new UsageException("no column " + (mapping.containsKey(key) ? mapping.get(key) : "for " + key)
                + " in a file of pairs: name one by --pair-column " + key
                + "=NAME, or in the configuration by labelled.columns." + key + ", of " + String.join(", ", header));
    }
}
