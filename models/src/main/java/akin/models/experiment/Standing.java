package akin.models.experiment;

import akin.models.statistics.Analysis;
import akin.models.statistics.Design;
import akin.models.statistics.Look;
import akin.models.statistics.Moments;
import akin.models.statistics.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an experiment stands: sums of its arms as of the last look, what has come since by the look that it belongs to, and
 * what the looks have reached. Mutable; {@link #copy} before a change where the former must stay.
 */
public final class Standing {
    private final SortedMap<String, Moments> arms;
    private final SortedMap<Long, SortedMap<String, Moments>> since;
    private final SortedMap<String, Reached> reached;

    /** Of an experiment in which nobody is yet. */
    public Standing() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /**
     * @param arms sums by arm
     * @param since the same by the time of the look that they belong to
     * @param reached what former looks reached, see {@link Analysis}
     */
    public Standing(
            SortedMap<String, Moments> arms,
            SortedMap<Long, SortedMap<String, Moments>> since,
            SortedMap<String, Reached> reached) {
        this.arms = arms;
        this.since = since;
        this.reached = reached;
    }

    /** Returns one that changes don't reach. */
    public Standing copy() {
        SortedMap<Long, SortedMap<String, Moments>> later = new TreeMap<>();
        since.forEach((time, sums) -> later.put(time, copy(sums)));
        return new Standing(copy(arms), later, new TreeMap<>(reached));
    }

    private static SortedMap<String, Moments> copy(SortedMap<String, Moments> sums) {
        SortedMap<String, Moments> copy = new TreeMap<>();
        sums.forEach((arm, moments) -> copy.put(arm, Moments.of(moments.users(), moments.sums(), moments.products())));
        return copy;
    }

    /** Takes what is to be added to an arm's sums and belongs to the look at a time. */
    public void take(String arm, Moments moments, long look) {
        since.computeIfAbsent(look, time -> new TreeMap<>())
                .computeIfAbsent(arm, name -> Moments.ofMeasures())
                .add(moments);
    }

    /** Looks at the experiment as it was at a time: what belongs to later looks waits for them. */
    public Look look(long time, Design design) {
        advance(time);
        List<Moments> compared = new ArrayList<>();
        design.arms().forEach(arm -> compared.add(arms.getOrDefault(arm, Moments.ofMeasures())));
        return new Analysis(design).look(time, compared, reached);
    }

    /** Adds what belongs to looks up to a time. */
    public void advance(long time) {
        while (!since.isEmpty() && since.firstKey() <= time) {
            for (Map.Entry<String, Moments> sums :
                    since.remove(since.firstKey()).entrySet()) {
                arms.computeIfAbsent(sums.getKey(), arm -> Moments.ofMeasures()).add(sums.getValue());
            }
        }
    }

    public SortedMap<String, Moments> arms() {
        return arms;
    }

    public SortedMap<Long, SortedMap<String, Moments>> since() {
        return since;
    }

    public SortedMap<String, Reached> reached() {
        return reached;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standing that
                && arms.equals(that.arms)
                && since.equals(that.since)
                && reached.equals(that.reached);
    }

    @Override
    public int hashCode() {
        return 31 * arms.hashCode() + since.hashCode();
    }

    @Override
    public String toString() {
        return arms + ", since " + since + ", reached " + reached;
    }
}
