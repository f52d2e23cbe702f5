package akin.jobs.wire;

import akin.models.experiment.ExperimentReport;
import akin.models.ranking.Provenance;
import akin.models.ranking.Trial;
import akin.models.statistics.Comparison;
import akin.models.statistics.Interval;
import akin.models.statistics.Look;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes what messages tell of experiments. */
final class ExperimentFields {
    private ExperimentFields() {}

    /** The experiment and arm of a ranking; where it is part of several, the others follow. */
    static void provenance(Provenance provenance, JsonGenerator out) throws IOException {
        trial(provenance.trials().get(0), out);
        if (provenance.trials().size() > 1) {
            out.writeArrayFieldStart("also");
            for (Trial trial :
                    provenance.trials().subList(1, provenance.trials().size())) {
                out.writeStartObject();
                trial(trial, out);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeStringField("ranker", provenance.ranker());
        if (!provenance.teams().isEmpty()) {
            out.writeStringField("teams", provenance.teams());
        }
        if (provenance.pair() > 0) {
            out.writeNumberField("pair", provenance.pair());
            out.writeBooleanField("exchanged", provenance.isExchanged());
        }
    }

    private static void trial(Trial trial, JsonGenerator out) throws IOException {
        out.writeStringField("experiment", trial.experiment());
        out.writeStringField("arm", trial.arm());
        out.writeNumberField("experiments_version", trial.version());
        if (trial.isForced()) {
            out.writeBooleanField("forced", true);
        }
    }

    static void report(ExperimentReport report, JsonGenerator out) throws IOException {
        Look look = report.look();
        out.writeStringField("experiment", report.experiment());
        out.writeNumberField("experiments_version", report.version());
        out.writeNumberField("timestamp", look.time());
        out.writeStringField("metric", report.metric());
        out.writeArrayFieldStart("arms");
        for (int arm = 0; arm < report.arms().size(); arm++) {
            out.writeStartObject();
            out.writeStringField("arm", report.arms().get(arm));
            out.writeNumberField("users", look.users().get(arm));
            out.writeNumberField("capped_users", look.capped().get(arm));
            out.writeEndObject();
        }
        out.writeEndArray();
        number("mismatch_p", look.mismatchP(), out);
        out.writeBooleanField("mismatch_alarm", look.mismatchAlarm());
        out.writeStringField(
                "winner", look.winner() == null ? null : look.winner().arm());
        comparisons("results", look.primary(), out);
        comparisons("other_metrics", look.others(), out);
        comparisons("guardrails", look.guardrails(), out);
    }

    private static void comparisons(String field, List<Comparison> comparisons, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(field);
        for (Comparison comparison : comparisons) {
            out.writeStartObject();
            comparison(comparison, out);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void comparison(Comparison comparison, JsonGenerator out) throws IOException {
        out.writeStringField("arm", comparison.arm());
        out.writeStringField("metric", comparison.metric());
        number("control", comparison.control(), out);
        number("treatment", comparison.treatment(), out);
        number("effect", comparison.relative(), out);
        interval("interval", comparison.sequence(), out);
        out.writeStringField("decision", comparison.verdict().wireName());
        out.writeStringField("reason", comparison.reason());
        out.writeNumberField("decided_at_users", comparison.decidedAt());
        out.writeNumberField("users_needed", comparison.needed());
        number("p", comparison.sequentialP(), out);
        number("msprt_p", comparison.msprtP(), out);
        interval("fixed_interval", comparison.fixed(), out);
        number("fixed_p", comparison.fixedP(), out);
        number("variance_cut", comparison.cut(), out);
    }

    private static void interval(String field, Interval interval, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(field);
        end(interval.low(), out);
        end(interval.high(), out);
        out.writeEndArray();
    }

    private static void end(double number, JsonGenerator out) throws IOException {
        if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            out.writeNull();
        }
    }

    /** JSON knows no number that isn't one. */
    private static void number(String field, double number, JsonGenerator out) throws IOException {
        out.writeFieldName(field);
        end(number, out);
    }
}
