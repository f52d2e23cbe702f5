package akin.tools.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each run did: its counts, how fast it was, and which model came out. */
final class RunCards {
    private RunCards() {}

    static void draw(Markup to, List<Run> runs) {
        to.open("div", "class", "cards");
        runs.forEach(run -> card(to, run));
        to.close();
    }

    private static void card(Markup to, Run run) {
        to.open("section", "class", "card").leaf("h2", run.name());
        to.open("dl");
        run.counts().forEach((name, count) -> {
            if (count != 0 && !name.equals("seconds") && !name.equals("ended")) {
                entry(to, name.replace('_', ' '), Numbers.count(count));
            }
        });
        duration(to, run.counts());
        if (run.eventsPerSecond() > 0) {
            entry(to, "events/s", Numbers.count(run.eventsPerSecond()));
        }
        to.close();
        if (!run.digest().isEmpty()) {
            to.open("p", "class", "digest")
                    .text("model digest ")
                    .leaf("code", run.digest())
                    .close();
        }
        to.close();
    }

    private static void duration(Markup to, Map<String, Double> counts) {
        if (counts.containsKey("seconds")) {
            entry(to, "duration", String.format(Locale.ROOT, "%.1f s", counts.get("seconds")));
        }
    }

    private static void entry(Markup to, String name, String value) {
        to.open("div").leaf("dt", name).leaf("dd", value).close();
    }
}
