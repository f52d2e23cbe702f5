package akin.operators;

import akin.models.catalog.Item;
import akin.models.event.Arrival;
import akin.models.event.Event;
import akin.models.event.SourceTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far event time has come in the sources that one subtask reads, and in all that were read before it started. */
final class SourceTimes {
    private final Timing timing;
    private final long outOfOrderness;
    private final Map<String, SourceTime> times = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private long learned = Long.MIN_VALUE;

    SourceTimes(Timing timing) {
        this.timing = timing;
        outOfOrderness = timing.outOfOrderness().toMillis();
    }

    /** Takes over what a subtask knew; of what several knew, the latest holds. */
    void restore(SourceTime time) {
        times.merge(time.source(), time, (a, b) -> a.reached() >= b.reached() ? a : b);
        if (time.ended()) {
            learned = Math.max(learned, time.reached());
        }
    }

    /** True when a log that was learned before this job started reaches as far as the event. */
    boolean isLearned(Event event) {
        return timing.skipsLearned() && event.timestamp() <= learned;
    }

    Arrival arrive(String source, Event event) {
        SourceTime before = of(source);
        times.put(source, timing.tellsArrival() ? before.arrived(event) : before.read(event));
        return before.arrival(event, outOfOrderness);
    }

    Arrival arrive(String source, Item item) {
        SourceTime before = of(source);
        times.put(source, before.counted());
        return Arrival.of(before.arrival(item, outOfOrderness), before.items());
    }

    /** Ends a log; returns whether events of it wait on. */
    boolean end(String source) {
        SourceTime last = of(source).end(timing.skew().toMillis());
        times.put(source, last);
        return last.leavesWaiting();
    }

    private SourceTime of(String source) {
        read.add(source);
        // After a log's end another one begins.
        return times.compute(source, (name, time) -> time == null || time.ended() ? SourceTime.of(name) : time);
    }

    /**
     * What is to be kept.
     *
     * @param all whether of sources too that this subtask didn't read
     */
    List<SourceTime> snapshot(boolean all) {
        List<SourceTime> kept = new ArrayList<>();
        times.forEach((source, time) -> {
            if (all || read.contains(source)) {
                kept.add(time);
            }
        });
        return kept;
    }

    @Override
    public String toString() {
        return times.values()
                + (timing.skipsLearned() && learned > Long.MIN_VALUE
                        ? "; events up to " + Instant.ofEpochMilli(learned) + " are skipped, which a log has taught"
                        : "");
    }
}
