package akin.tools.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The charts of the page, each where a run has what it shows. */
final class Charts {
    private static final double FEWEST_VISITS = 200;
    private static final double MOST_POINTS = 120;

    private final Markup to;
    private final List<Run> runs;
    private final List<String> rankers;
    private final List<String> learners;

    Charts(Markup to, List<Run> runs) {
        this.to = to;
        this.runs = runs;
        rankers = Run.rankers(runs);
        learners = Run.learners(runs);
    }

    void draw() {
        runs.forEach(this::hits);
        runs.forEach(this::losses);
        runs.forEach(this::calibration);
        runs.forEach(this::map);
    }

    private void hits(Run run) {
        overTime(
                run,
                "How good the rankers were over time",
                "Share of visits whose item was among the first 10 of the ranking.",
                TimeChart.HITS,
                Interval::hits,
                rankers);
    }

    private void losses(Run run) {
        overTime(
                run,
                "How the learners' losses went",
                "Lower is better; losses of different learners don't compare.",
                TimeChart.LOSS,
                Interval::losses,
                learners);
    }

    private void overTime(
            Run run,
            String title,
            String note,
            TimeChart chart,
            Function<Interval, Map<String, Mean>> means,
            List<String> names) {
        if (run.history().stream().map(means).allMatch(Map::isEmpty)) {
            return;
        }
        double visits = run.history().stream().mapToDouble(Interval::visits).sum();
        double each = Math.min(visits, Math.max(FEWEST_VISITS, visits / MOST_POINTS));
        List<Interval> points = Interval.merged(run.history(), each);
        String size = " Each point stands for at least " + Numbers.count(each) + " visits.";
        Section.write(to, title + ": " + run.name(), note + size, () -> chart.draw(to, points, means, names));
    }

    private void calibration(Run run) {
        if (!run.learners().isEmpty()) {
            Section.write(
                    to,
                    "Do the learners' predictions come true: " + run.name(),
                    "On the dashed diagonal a prediction comes true as often as it says; above it more often, below it less."
                            + " Larger dots stand for more examples.",
                    () -> {
                        Reliability.draw(to, run.learners(), learners);
                        LearnerTable.draw(to, run.learners());
                    });
        }
    }

    private void map(Run run) {
        ItemMap map = run.map();
        if (map != null && !map.items().isEmpty()) {
            int all = map.items().size();
            String shown = all > Scatter.MOST_ITEMS
                    ? "The " + Numbers.count(Scatter.MOST_ITEMS) + " most visited of " + Numbers.count(all) + " items"
                    : Numbers.count(all) + " items";
            Section.write(
                    to,
                    "Which items " + map.learner() + " finds alike: " + run.name(),
                    shown + "; alike ones lie close. Larger: more visits; hollow: under " + Scatter.RARE
                            + " visits; the most visited ones are named. Point at a dot to see its item.",
                    () -> Scatter.draw(to, map));
        }
    }
}
