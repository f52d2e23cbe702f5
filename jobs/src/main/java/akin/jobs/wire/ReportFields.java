package akin.jobs.wire;

import akin.models.component.Learning;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.recommender.ShardReport;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** Writes what messages tell of a shard. */
final class ReportFields {
    private ReportFields() {}

    static void report(ShardReport report, JsonGenerator out) throws IOException {
        out.writeNumberField("shard", report.shard());
        out.writeNumberField("timestamp", report.timestamp());
        out.writeNumberField("visits", report.visits());
        out.writeNumberField("items", report.items());
        out.writeNumberField("bytes", report.bytes());
        out.writeObjectFieldStart("quality");
        quality(report.quality(), out);
        out.writeEndObject();
        for (Map.Entry<String, Double> gauge : report.gauges().entrySet()) {
            out.writeNumberField(gauge.getKey(), gauge.getValue());
        }
        out.writeObjectFieldStart("learning");
        learning(report.learning(), out);
        out.writeEndObject();
    }

    /** How each learner did, as means. */
    private static void learning(Map<String, Learning> learning, JsonGenerator out) throws IOException {
        for (Map.Entry<String, Learning> learner : learning.entrySet()) {
            Learning figures = learner.getValue();
            out.writeObjectFieldStart(learner.getKey());
            out.writeNumberField("examples", figures.examples());
            out.writeNumberField("loss", figures.loss() / Math.max(1, figures.examples()));
            out.writeNumberField("refused", figures.refused());
            out.writeArrayFieldStart("calibration");
            for (Learning.Bin bin : figures.calibration()) {
                if (bin.examples() > 0) {
                    out.writeStartObject();
                    out.writeNumberField("predicted", bin.predicted() / bin.examples());
                    out.writeNumberField("observed", (double) bin.observed() / bin.examples());
                    out.writeNumberField("examples", bin.examples());
                    out.writeEndObject();
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    /** Figures as fractions, by ranker and slice; slices without positions are left out. */
    private static void quality(Map<String, Map<Slice, Figures>> quality, JsonGenerator out) throws IOException {
        for (Map.Entry<String, Map<Slice, Figures>> ranker : quality.entrySet()) {
            out.writeObjectFieldStart(ranker.getKey());
            for (Map.Entry<Slice, Figures> slice : ranker.getValue().entrySet()) {
                if (slice.getValue().positions() > 0 || slice.getKey() == Slice.ALL) {
                    out.writeObjectFieldStart(slice.getKey().wireName());
                    figures(slice.getValue(), out);
                    out.writeEndObject();
                }
            }
            out.writeEndObject();
        }
    }

    private static void figures(Figures figures, JsonGenerator out) throws IOException {
        out.writeNumberField("positions", figures.positions());
        out.writeNumberField("hit@5", figures.share(figures.hits5()));
        out.writeNumberField("hit@10", figures.share(figures.hits10()));
        out.writeNumberField("hit@20", figures.share(figures.hits20()));
        out.writeNumberField("mrr@20", figures.share(figures.mrr20()));
        out.writeNumberField("ndcg@10", figures.share(figures.ndcg10()));
        out.writeNumberField("pool_recall", figures.share(figures.pooled()));
    }
}
