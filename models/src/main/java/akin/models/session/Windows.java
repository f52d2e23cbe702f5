package akin.models.session;

import java.util.Arrays;
import java.util.List;

/** Windows of a session: its last items before or at a moment, newest last. */
public final class Windows {
    private Windows() {}

    /**
     * Returns the last items of a trail without immediate repeats.
     *
     * @param trail items in the order of their visits
     * @param most greatest number of items
     */
    public static List<String> of(List<String> trail, int most) {
        String[] window = new String[Math.min(most, trail.size())];
        int start = window.length;
        for (int i = trail.size() - 1; i >= 0 && start > 0; i--) {
            String item = trail.get(i);
            if (start == window.length || !window[start].equals(item)) {
                window[--start] = item;
            }
        }
        return List.of(Arrays.copyOfRange(window, start, window.length));
    }
}
