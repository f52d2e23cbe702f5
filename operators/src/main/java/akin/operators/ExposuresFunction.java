package akin.operators;

import akin.models.attribution.Exposure;
import akin.models.ranking.Ranking;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Passes on what attribution has to know of rankings that are part of experiments. */
public final class ExposuresFunction implements FlatMapFunction<Ranking, Exposure> {
    @Override
    public void flatMap(Ranking ranking, Collector<Exposure> out) {
        Exposure exposure = Exposure.of(ranking);
        if (exposure != null) {
            out.collect(exposure);
        }
    }
}
