package akin.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What is known of one experiment: the verdict, the effect over time, the arms, the metrics and the guardrails. */
final class ExperimentSection {
    private final Markup to;
    private final String name;
    private final List<JsonNode> looks;
    private final JsonNode last;

    /**
     * @param looks in the order of event time, at least one
     */
    ExperimentSection(Markup to, String name, List<JsonNode> looks) {
        this.to = to;
        this.name = name;
        this.looks = looks;
        last = looks.get(looks.size() - 1);
    }

    void draw() {
        Instant until = Instant.ofEpochMilli(last.path("timestamp").asLong()).truncatedTo(ChronoUnit.MINUTES);
        Section.write(to, name, "Looked at " + looks.size() + " times, the last at " + until + ".", () -> {
            to.open("p").leaf("strong", ExperimentWords.verdict(last)).close();
            new EffectChart(looks).draw(to);
            arms();
            results();
            guardrails();
        });
    }

    private void arms() {
        boolean alarm = last.path("mismatch_alarm").asBoolean();
        to.leaf("h3", "Users");
        head(List.of("users", "cut (unusually active)"), "arm");
        for (JsonNode arm : last.path("arms")) {
            to.open("tr").leaf("th", arm.path("arm").asText(), "scope", "row");
            number(Numbers.count(arm.path("users").asDouble()));
            number(Numbers.count(arm.path("capped_users").asDouble()));
            to.close();
        }
        to.close().close().close();
        if (last.path("arms").size() > 1) {
            Section.note(
                    to,
                    (alarm ? "The alarm for a mismatch of the shares went off" : "No mismatch of the shares was found")
                            + "; p of χ² at this look is " + Numbers.decimal(JsonFiles.number(last.path("mismatch_p")))
                            + ".");
        }
    }

    private void results() {
        to.leaf("h3", "Metrics");
        head(
                List.of(
                        "control",
                        "arm",
                        "effect",
                        "from",
                        "to",
                        "p",
                        "if looked at once: p",
                        "variance cut",
                        "decision"),
                "metric");
        rows(last.path("results"));
        rows(last.path("other_metrics"));
        to.close().close().close();
        Section.note(
                to,
                "The interval holds at all looks at once: whoever stops at a decision is wrong in at most the chosen share of"
                        + " experiments. The p of a single look is right for who looks once, at a time fixed before.");
    }

    private void rows(JsonNode results) {
        for (JsonNode result : results) {
            to.open("tr").open("th", "scope", "row").text(result.path("metric").asText());
            to.leaf("small", result.path("arm").asText()).close();
            number(Numbers.decimal(JsonFiles.number(result.path("control"))));
            number(Numbers.decimal(JsonFiles.number(result.path("treatment"))));
            number(ExperimentWords.effect(result, result.path("effect")));
            number(ExperimentWords.effect(result, result.path("interval").path(0)));
            number(ExperimentWords.effect(result, result.path("interval").path(1)));
            number(Numbers.decimal(JsonFiles.number(result.path("p"))));
            number(Numbers.decimal(JsonFiles.number(result.path("fixed_p"))));
            number(Numbers.percent(JsonFiles.number(result.path("variance_cut"))));
            to.leaf("td", result.path("decision").asText()).close();
        }
    }

    private void guardrails() {
        if (last.path("guardrails").isEmpty()) {
            return;
        }
        to.leaf("h3", "Guardrails");
        head(List.of("effect", "from", "to", "state"), "metric");
        List<JsonNode> rows = new ArrayList<>();
        last.path("guardrails").forEach(rows::add);
        for (JsonNode row : rows) {
            to.open("tr").open("th", "scope", "row").text(row.path("metric").asText());
            to.leaf(
                            "small",
                            row.path("arm").asText() + ", " + row.path("reason").asText())
                    .close();
            number(ExperimentWords.signed(row.path("effect")));
            number(ExperimentWords.signed(row.path("interval").path(0)));
            number(ExperimentWords.signed(row.path("interval").path(1)));
            to.leaf("td", row.path("decision").asText()).close();
        }
        to.close().close().close();
    }

    private void head(List<String> columns, String first) {
        to.open("div", "class", "wide").open("table").open("thead").open("tr");
        to.leaf("th", first, "scope", "col");
        for (String column : columns) {
            to.leaf("th", column, "scope", "col", "class", "number");
        }
        to.close().close().open("tbody");
    }

    private void number(String text) {
        to.leaf("td", text, "class", "number");
    }
}
