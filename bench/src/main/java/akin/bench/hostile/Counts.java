package akin.bench.hostile;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What went into a job in this JVM and what came out of it; of one run at a time. */
final class Counts implements HostileLog.Progress {
    /** Sources and sinks are made by Flink, out of bytes. */
    static final Counts OF_RUN = new Counts();

    private final AtomicLong eventTime = new AtomicLong();
    private final LongAdder offered = new LongAdder();
    private final LongAdder rankings = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final BitSet missing = new BitSet();

    private Counts() {}

    synchronized void reset() {
        eventTime.set(0);
        offered.reset();
        rankings.reset();
        deadLetters.reset();
        late.reset();
        missing.clear();
    }

    @Override
    public void at(long time) {
        eventTime.set(time);
    }

    @Override
    public synchronized void asked(String eventId) {
        missing.set(number(eventId));
    }

    @Override
    public void offered() {
        offered.increment();
    }

    synchronized void ranked(String rankingId) {
        rankings.increment();
        if (rankingId.startsWith("e")) {
            missing.clear(number(rankingId));
        }
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void late() {
        late.increment();
    }

    long eventTime() {
        return eventTime.get();
    }

    long offeredSoFar() {
        return offered.sum();
    }

    long rankings() {
        return rankings.sum();
    }

    long deadLetters() {
        return deadLetters.sum();
    }

    long lateEvents() {
        return late.sum();
    }

    /** Rankings that the shop's own views asked for and that didn't come so far. */
    synchronized int missing() {
        return missing.cardinality();
    }
}
