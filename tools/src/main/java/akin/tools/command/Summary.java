package akin.tools.command;

import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.operators.SortMessages;
import akin.tools.replay.RunMetrics;
import java.io.PrintStream;
import java.util.Map;

/** What a run did, for people. */
final class Summary {
    private Summary() {}

    static void print(RunMetrics metrics, PrintStream out) {
        out.printf(
                "%,d events in %.1f s, %,d visits learned, %,d rankings; set aside: %,d dead letters, %,d late, %,d duplicates%n",
                metrics.count("events"),
                metrics.seconds(),
                metrics.count("visits"),
                metrics.count("rankings"),
                metrics.count("dead_letters"),
                metrics.count("late"),
                metrics.count("duplicates"));
        if (metrics.count(SortMessages.AHEAD) > 0) {
            out.println(
                    "the log's last shopper is far ahead of all others: those events are in no model of a savepoint yet, and"
                            + " wait in it until a log goes on");
        }
        quality(metrics.quality(), out);
        if (metrics.sample() < 1) {
            double error = metrics.quality().values().stream()
                    .map(slices -> slices.get(Slice.ALL))
                    .mapToDouble(all -> all.error(all.hits10(), metrics.sample()))
                    .max()
                    .orElse(0);
            out.printf(
                    "rankers were tested on %.3g%% of the visits: the standard error of hit@10 is at most %.2f points%n",
                    100 * metrics.sample(), 100 * error);
        }
        out.println("model " + metrics.digest());
    }

    static void quality(Map<String, Map<Slice, Figures>> quality, PrintStream out) {
        out.printf(
                "%-18s %10s %7s %7s %7s %7s %8s%n",
                "ranker", "positions", "hit@5", "hit@10", "hit@20", "mrr@20", "ndcg@10");
        quality.forEach((ranker, slices) -> {
            Figures all = slices.get(Slice.ALL);
            out.printf(
                    "%-18s %,10d %6.1f%% %6.1f%% %6.1f%% %6.1f%% %7.1f%%%n",
                    ranker,
                    all.positions(),
                    100 * all.share(all.hits5()),
                    100 * all.share(all.hits10()),
                    100 * all.share(all.hits20()),
                    100 * all.share(all.mrr20()),
                    100 * all.share(all.ndcg10()));
        });
    }
}
