package akin.operators;

import akin.models.event.Arrival;
import akin.models.event.Event;
import akin.models.event.EventType;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Passes on the events that attribution has to know. */
public final class OutcomesFunction implements FlatMapFunction<Arrival, Event> {
    @Override
    public void flatMap(Arrival arrival, Collector<Event> out) {
        if (arrival.item() == null && arrival.event().type() != EventType.REQUEST) {
            out.collect(arrival.event());
        }
    }
}
