package akin.models.session;

import java.util.ArrayList;
import java.util.List;

/** Bounded lists that are values: changing one gives another. */
final class Lists {
    private Lists() {}

    /** The list with {@code last} at its end, without its oldest elements beyond {@code most}. */
    static <T> List<T> append(List<T> list, T last, int most) {
        int from = Math.max(0, list.size() + 1 - most);
        List<T> longer = new ArrayList<>(list.size() + 1 - from);
        longer.addAll(list.subList(from, list.size()));
        longer.add(last);
        return longer;
    }

    /** The same with {@code last} nowhere else in the list. */
    static <T> List<T> appendDistinct(List<T> list, T last, int most) {
        List<T> others = new ArrayList<>(list);
        others.remove(last);
        return append(others, last, most);
    }
}
