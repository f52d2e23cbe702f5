package akin.operators;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** A count that both the metrics system and the result of a bounded job show. */
public final class Tally {
    private final Counter metric;
    private final LongCounter total = new LongCounter();

    public Tally(RuntimeContext context, String name) {
        metric = context.getMetricGroup().addGroup("akin").counter(name);
        context.addAccumulator(name, total);
    }

    public void increment() {
        add(1);
    }

    public void add(long n) {
        metric.inc(n);
        total.add(n);
    }
}
