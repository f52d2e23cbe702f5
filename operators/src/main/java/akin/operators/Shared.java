package akin.operators;

import java.util.HashMap;
import java.util.Map;

/** Finds the first of equal values, so that the state of many keys holds one object. Forgets them all when they are many. */
final class Shared<T> {
    private static final int MOST = 1000;

    private final Map<T, T> values = new HashMap<>();

    T of(T value) {
        if (values.size() == MOST) {
            values.clear();
        }
        T first = values.putIfAbsent(value, value);
        return first == null ? value : first;
    }
}
