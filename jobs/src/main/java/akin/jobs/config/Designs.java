package akin.jobs.config;

import akin.models.experiment.Arm;
import akin.models.statistics.Design;
import akin.models.statistics.Guardrail;
import akin.models.statistics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads how an experiment is judged. */
final class Designs {
    private Designs() {}

    static Design read(Config config, List<Arm> arms) {
        Metric primary = primary(config, arms);
        List<Metric> metrics = new ArrayList<>();
        config.texts("metrics").forEach(name -> metrics.add(metric(config, "metrics", name)));
        List<Guardrail> guardrails = guardrails(config);
        double buckets = arms.stream()
                .mapToInt(arm -> arm.buckets() == null ? 1 : arm.buckets().size())
                .sum();
        return config.make(() -> new Design(
                arms.stream().map(Arm::name).toList(),
                arms.stream()
                        .map(arm -> (arm.buckets() == null ? 1 : arm.buckets().size()) / buckets)
                        .toList(),
                primary,
                metrics,
                guardrails,
                config.number("alpha"),
                config.integer("users"),
                config.number("effect"),
                config.flag("cuped")));
    }

    private static Metric primary(Config config, List<Arm> arms) {
        String name = config.unlessUnset("primary", config::text);
        if (arms.size() == 1 && (name == null || name.equals(Design.PREFERENCE.name()))) {
            return Design.PREFERENCE;
        }
        return metric(config, "primary", name == null ? "" : name);
    }

    private static Metric metric(Config config, String key, String name) {
        Metric metric = Metric.of(name);
        if (metric == null) {
            config.problem(
                    key,
                    name,
                    "one of " + Metric.all().stream().map(Metric::name).toList());
            return Metric.all().get(0);
        }
        return metric;
    }

    private static List<Guardrail> guardrails(Config config) {
        List<Guardrail> guardrails = new ArrayList<>();
        Map<String, String> margins = config.unlessUnset("guardrails", config::map);
        if (margins != null) {
            margins.forEach((name, margin) -> {
                if (margin.matches("\\d{1,3}(\\.\\d+)?")) {
                    Metric metric = metric(config, "guardrails", name);
                    guardrails.add(config.make(() -> new Guardrail(metric, Double.parseDouble(margin))));
                } else {
                    config.problem("guardrails." + name, margin, "a share from 0 to 1");
                }
            });
        }
        return guardrails;
    }
}
