package akin.bench.faults;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Watches the rankings that a reader of the topic sees: which, how often, and when there were none. */
final class Watch implements AutoCloseable {
    private static final long SILENCE = 500_000_000L;

    private final Topic topic;
    private final Thread reader = new Thread(this::read, "watch");
    private final BitSet seen = new BitSet();
    private final List<Silence> silences = new ArrayList<>();
    private long repeated;
    private long lastAt = System.nanoTime();
    private volatile boolean ending;

    private record Silence(long from, long to) {}

    Watch(String brokers, String rankings) {
        topic = new Topic(brokers, rankings);
    }

    void start() {
        reader.start();
    }

    private void read() {
        while (!ending) {
            if (topic.poll((key, timestamp) -> note(key)) > 0) {
                pause();
            }
        }
    }

    /** Takes the key of a ranking, which ends in its id. */
    private synchronized void note(String key) {
        int number = Traffic.number(key.substring(key.indexOf('\t') + 1));
        if (seen.get(number)) {
            repeated++;
        }
        seen.set(number);
    }

    private synchronized void pause() {
        long now = System.nanoTime();
        if (now - lastAt > SILENCE) {
            silences.add(new Silence(lastAt, now));
        }
        lastAt = now;
    }

    synchronized boolean hasAll(BitSet rankings) {
        return missing(rankings) == 0;
    }

    synchronized int missing(BitSet rankings) {
        BitSet missing = (BitSet) rankings.clone();
        missing.andNot(seen);
        return missing.cardinality();
    }

    /** Different rankings. */
    synchronized int rankings() {
        return seen.cardinality();
    }

    /** Rankings that came once more. */
    synchronized long repeated() {
        return repeated;
    }

    /** Seconds from a moment to the end of the longest time without rankings that began before another moment. */
    synchronized double secondsToRecover(long from, long to) {
        Silence longest = new Silence(from, from);
        for (Silence silence : silences) {
            boolean overlaps = silence.to() > from && silence.from() < to;
            if (overlaps && silence.to() - silence.from() > longest.to() - longest.from()) {
                longest = silence;
            }
        }
        return (longest.to() - from) / 1e9;
    }

    /** Ends watching and reads what is left. */
    void finish() throws InterruptedException {
        ending = true;
        reader.join();
        topic.readAll((key, timestamp) -> note(key));
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        reader.join();
        topic.close();
    }
}
