package akin.similar.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives ids numbers, in the order in which they come. */
final class Numbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    /** Returns the number of an id, which gets one. */
    int of(String id) {
        Integer known = numbers.putIfAbsent(id, ids.size());
        if (known == null) {
            ids.add(id);
        }
        return known == null ? ids.size() - 1 : known;
    }

    String id(int number) {
        return ids.get(number);
    }
}
