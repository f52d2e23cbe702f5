package akin.tools.diff;

import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** Compares entries of the same key, those without a counterpart too, once all of a key have come. */
final class PairEntries extends KeyedCoProcessFunction<String, StateEntry, StateEntry, Comparison> {
    private final Set<String> floats;

    private transient ValueState<StateEntry> first;
    private transient ValueState<StateEntry> second;

    /**
     * @param floats the tables whose numbers are floats
     */
    PairEntries(Set<String> floats) {
        this.floats = floats;
    }

    @Override
    public void open(OpenContext context) {
        first = getRuntimeContext().getState(new ValueStateDescriptor<>("first", StateEntry.class));
        second = getRuntimeContext().getState(new ValueStateDescriptor<>("second", StateEntry.class));
    }

    @Override
    public void processElement1(StateEntry entry, Context context, Collector<Comparison> out) throws Exception {
        keep(entry, first, context);
    }

    @Override
    public void processElement2(StateEntry entry, Context context, Collector<Comparison> out) throws Exception {
        keep(entry, second, context);
    }

    private static void keep(StateEntry entry, ValueState<StateEntry> side, Context context) throws Exception {
        side.update(entry);
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Comparison> out) throws Exception {
        StateEntry one = first.value();
        StateEntry other = second.value();
        String part = one == null ? other.part() : one.part();
        out.collect(Comparison.of(one, other, floats.contains(part)));
    }
}
