package akin.tools.logs.delimited;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of a file's columns. */
final class Header {
    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    Header(List<String> names) {
        this.names = names.stream().map(String::strip).toList();
        for (int at = this.names.size() - 1; at >= 0; at--) {
            positions.put(this.names.get(at), at);
        }
    }

    static Header of(String[] fields) {
        return new Header(Arrays.asList(fields));
    }

    List<String> names() {
        return names;
    }

    /** Returns the place of the first of these names that there is, or -1. */
    int position(List<String> anyOf) {
        for (String name : anyOf) {
            Integer at = positions.get(name);
            if (at != null) {
                return at;
            }
        }
        return -1;
    }

    boolean hasAll(List<List<String>> needed) {
        return needed.stream().allMatch(anyOf -> position(anyOf) >= 0);
    }

    /** Returns how many fields a line must have so that all of these are there. */
    int fields(List<List<String>> needed) {
        return 1 + needed.stream().mapToInt(this::position).max().orElse(-1);
    }
}
