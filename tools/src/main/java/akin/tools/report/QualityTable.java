package akin.tools.report;

import java.util.List;

/** Rankers in rows, figures of each run in columns, the best of each column in bold. */
record QualityTable(String slice, List<String> figures) {
    static final List<String> STREAM = List.of("hit@5", "hit@10", "hit@20", "mrr@20", "ndcg@10");
    static final List<String> FULL = List.of("recall@20", "mrr@20", "ndcg@20");

    /**
     * @param runs that have the slice
     * @param rankers of all of them
     */
    void draw(Markup to, List<Run> runs, List<String> rankers) {
        to.open("div", "class", "wide").open("table").open("thead").open("tr");
        to.leaf("th", "ranker", "rowspan", 2, "scope", "col");
        for (Run run : runs) {
            to.open("th", "colspan", figures.size(), "scope", "colgroup", "class", "run")
                    .text(run.name());
            positions(to, run);
            to.close();
        }
        to.close().open("tr");
        for (Run run : runs) {
            figures.forEach(figure -> to.leaf("th", figure, "scope", "col", "class", mark(figure)));
        }
        to.close().close().open("tbody");
        rankers.stream().filter(ranker -> isIn(runs, ranker)).forEach(ranker -> row(to, runs, rankers, ranker));
        to.close().close().close();
    }

    private void positions(Markup to, Run run) {
        double positions = Run.FULL.equals(slice)
                ? run.counts().getOrDefault("positions", Double.NaN)
                : run.common(slice, "positions");
        if (Double.isFinite(positions)) {
            to.leaf("small", Numbers.count(positions) + " visits ranked, in %");
        }
    }

    private boolean isIn(List<Run> runs, String ranker) {
        return runs.stream()
                .anyMatch(
                        run -> figures.stream().anyMatch(figure -> Double.isFinite(run.figure(ranker, slice, figure))));
    }

    private void row(Markup to, List<Run> runs, List<String> rankers, String ranker) {
        to.open("tr").leaf("th", ranker, "scope", "row");
        for (Run run : runs) {
            for (String figure : figures) {
                String shown = Numbers.hundredths(run.figure(ranker, slice, figure));
                String best = Numbers.hundredths(best(run, rankers, figure));
                boolean isBest = shown.equals(best) && !shown.equals("–");
                to.leaf("td", shown, "class", mark(figure) + (isBest ? " best" : ""));
            }
        }
        to.close();
    }

    /** A rule before each run's first column. */
    private String mark(String figure) {
        return figure.equals(figures.get(0)) ? "number first" : "number";
    }

    private double best(Run run, List<String> rankers, String figure) {
        return rankers.stream()
                .mapToDouble(ranker -> run.figure(ranker, slice, figure))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }
}
