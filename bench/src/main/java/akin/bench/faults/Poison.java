package akin.bench.faults;

import java.util.List;

/** Messages that can't be used, of each kind that the job knows a reason for. */
final class Poison {
    private static final List<String> KINDS = List.of(
            "{\"event_id\":\"p%1$d\",\"user_id\":\"u",
            "{\"event_id\":\"p%1$d\",\"user_id\":\"u1\",\"type\":\"view\",\"timestamp\":%2$d}",
            "{\"event_id\":\"p%1$d\",\"user_id\":\"u1\",\"item_id\":\"i1\",\"type\":\"stare\",\"timestamp\":%2$d}",
            "{\"event_id\":\"p%1$d\",\"user_id\":\"u1\",\"item_id\":\"i1\",\"type\":\"view\",\"timestamp\":\"soon\"}",
            "{\"event_id\":\"p%1$d\",\"user_id\":\"u1\",\"item_id\":\"i1\",\"type\":\"view\",\"timestamp\":99999999999999}",
            "{\"event_id\":\"p%1$d\",\"user_id\":[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]}",
            "\u0000\u0001%1$d");

    private Poison() {}

    static String of(int number, long timestamp) {
        return String.format(KINDS.get(number % KINDS.size()), number, timestamp);
    }
}
