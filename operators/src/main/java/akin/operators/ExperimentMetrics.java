package akin.operators;

import akin.models.experiment.ExperimentReport;
import akin.models.statistics.Comparison;
import akin.models.statistics.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What can be watched of experiments: the newest look at each, by experiment and treatment. */
final class ExperimentMetrics {
    private final MetricGroup group;
    private final Map<String, ExperimentReport> newest = new ConcurrentHashMap<>();

    ExperimentMetrics(MetricGroup group) {
        this.group = group.addGroup("akin");
    }

    void show(ExperimentReport report) {
        if (newest.put(report.experiment(), report) == null) {
            MetricGroup experiment = group.addGroup("experiment", report.experiment());
            for (int arm = 0; arm < report.arms().size(); arm++) {
                int at = arm;
                experiment
                        .addGroup("arm", report.arms().get(arm))
                        .gauge("users", gauge(report, now -> now.look().users().get(at)));
            }
            experiment.gauge("mismatch", gauge(report, now -> now.look().mismatchAlarm() ? 1 : 0));
            for (int i = 0; i < report.look().primary().size(); i++) {
                int at = i;
                MetricGroup arm = experiment.addGroup(
                        "arm", report.look().primary().get(i).arm());
                comparison(arm, "effect", report, at, Comparison::relative);
                comparison(arm, "effect_low", report, at, now -> now.sequence().low());
                comparison(arm, "effect_high", report, at, now -> now.sequence().high());
                comparison(arm, "verdict", report, at, now ->
                        (double) now.verdict().code());
                arm.gauge("guardrails_broken", gauge(report, now -> broken(now, at)));
            }
        }
    }

    private interface Figure {
        Number of(ExperimentReport report);
    }

    private interface OfComparison {
        double of(Comparison comparison);
    }

    private void comparison(MetricGroup arm, String name, ExperimentReport report, int at, OfComparison figure) {
        arm.gauge(name, gauge(report, now -> figure.of(now.look().primary().get(at))));
    }

    private Gauge<Number> gauge(ExperimentReport report, Figure figure) {
        String experiment = report.experiment();
        return () -> figure.of(newest.get(experiment));
    }

    private static long broken(ExperimentReport report, int at) {
        String arm = report.look().primary().get(at).arm();
        return report.look().guardrails().stream()
                .filter(guardrail -> guardrail.arm().equals(arm) && guardrail.verdict() == Verdict.BROKEN)
                .count();
    }
}
