package akin.similar.index;

import java.util.ArrayList;
import java.util.List;

/** Merges what several indexes have found. */
public final class Merging {
    private Merging() {}

    /** Returns the best {@code k} of two lists that are in the {@link Match#ORDER}. */
    public static List<Match> merge(List<Match> a, List<Match> b, int k) {
        int size = Math.min(k, a.size() + b.size());
        List<Match> merged = new ArrayList<>(size);
        int inA = 0;
        int inB = 0;
        while (merged.size() < size) {
            boolean takesA = inB == b.size() || inA < a.size() && Match.ORDER.compare(a.get(inA), b.get(inB)) <= 0;
            merged.add(takesA ? a.get(inA++) : b.get(inB++));
        }
        return merged;
    }
}
