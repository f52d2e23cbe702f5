package akin.tools.report;

import akin.models.statistics.Design;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in a shop's words what a look at an experiment means. */
final class ExperimentWords {
    private ExperimentWords() {}

    /** How the experiment stands, in one or two sentences. */
    static String verdict(JsonNode look) {
        if (look.path("mismatch_alarm").asBoolean()) {
            return "Invalid: the arms don't have the shares of users that they should have, so something loses users on the"
                    + " way. Find it before believing any figure.";
        }
        if (look.path("winner").isTextual()) {
            JsonNode winner = result(look, look.path("winner").asText());
            return String.format(
                    "%s is better: %s %s, certainly between %s and %s. Decided with %s users.",
                    isPreference(winner)
                            ? "The second ranker"
                            : winner.path("arm").asText(),
                    metric(winner),
                    effect(winner, winner.path("effect")),
                    effect(winner, winner.path("interval").path(0)),
                    effect(winner, winner.path("interval").path(1)),
                    Numbers.count(winner.path("decided_at_users").asDouble()));
        }
        List<String> sentences = new ArrayList<>();
        look.path("results").forEach(result -> sentences.add(sentence(look, result)));
        return String.join(" ", sentences);
    }

    private static String sentence(JsonNode look, JsonNode result) {
        String arm = result.path("arm").asText();
        return switch (result.path("decision").asText()) {
            case "better" -> arm + " has the better " + metric(result) + ", but breaks a guardrail.";
            case "worse" ->
                isPreference(result)
                        ? "The first ranker is better: preference " + effect(result, result.path("effect")) + "."
                        : String.format(
                                "%s is worse: %s %s. %s stays.",
                                arm,
                                metric(result),
                                signed(result.path("effect")),
                                look.path("arms").path(0).path("arm").asText());
            case "invalid" -> arm + " can't be judged: " + result.path("reason").asText() + ".";
            default ->
                String.format(
                        "Not yet: %s could be anything from %s to %s; about %s more users are needed.",
                        isPreference(result) ? "the second ranker's lead" : arm,
                        effect(result, result.path("interval").path(0)),
                        effect(result, result.path("interval").path(1)),
                        Numbers.count(result.path("users_needed").asDouble()));
        };
    }

    private static JsonNode result(JsonNode look, String arm) {
        for (JsonNode result : look.path("results")) {
            if (result.path("arm").asText().equals(arm)) {
                return result;
            }
        }
        return look.path("results").path(0);
    }

    private static boolean isPreference(JsonNode result) {
        return result.path("metric").asText().equals(Design.PREFERENCE.name());
    }

    /** An effect: in percent, or of interleaved lists in clicks, since these have no control. */
    static String effect(JsonNode result, JsonNode number) {
        double value = JsonFiles.number(number);
        return isPreference(result) && Double.isFinite(value)
                ? String.format(Locale.ROOT, "%+.3f clicks a user", value)
                : signed(number);
    }

    private static String metric(JsonNode result) {
        return result.path("metric").asText().replace('-', ' ');
    }

    /** A relative effect in percent with its sign. */
    static String signed(JsonNode number) {
        double value = JsonFiles.number(number);
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%+.1f %%", 100 * value) : "anything";
    }
}
