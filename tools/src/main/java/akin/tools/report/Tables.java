package akin.tools.report;

import java.util.List;

/** The tables of the page: each for the runs that have its slice. */
record Tables(Markup to, List<Run> runs) {
    void draw() {
        table(
                "all",
                QualityTable.STREAM,
                "Which items come next: all visits",
                "Each visit was ranked before it was learned. hit@10: the item really visited next was among the first 10"
                        + " of the ranking, in % of the visits. MRR and NDCG count more for a place further up.");
        table(
                "cart",
                QualityTable.STREAM,
                "Which items go to the cart",
                "The same for visits that put the item into the cart.");
        table("purchase", QualityTable.STREAM, "Which items are bought", "The same for purchases.");
        table(
                "cold",
                QualityTable.STREAM,
                "Items that are hardly known yet",
                "The same for items that had few visits so far.");
        table(
                Run.FULL,
                QualityTable.FULL,
                "The whole catalogue ranked",
                "Learned on train, then all items ranked at each position of the test sessions. recall@20: the item that came"
                        + " next was among the first 20, in % of the positions. MRR and NDCG count more for a place further up.");
    }

    private void table(String slice, List<String> figures, String title, String note) {
        List<Run> with = runs.stream().filter(run -> run.has(slice)).toList();
        if (!with.isEmpty()) {
            Section.write(to, title, note, () -> {
                new QualityTable(slice, figures).draw(to, with, Run.rankers(with));
                with.forEach(run -> ceiling(run, slice));
            });
        }
    }

    private void ceiling(Run run, String slice) {
        double share = run.common(slice, "pool_recall");
        if (Double.isFinite(share)) {
            Section.note(
                    to,
                    run.name() + ": the item was among the candidates in " + Numbers.percent(share)
                            + " of the visits; no ranker can exceed that.");
        }
    }
}
