package akin.tools.inspect;

import akin.models.catalog.Items;
import akin.models.event.Printable;
import akin.models.neighbours.ExactNeighbours;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.ranking.RankedItem;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.shard.RankRequest;
import akin.state.savepoint.SavedShard;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what a model knows of one item: its neighbours in every candidate source and in every embedding space. */
public final class ItemView {
    private static final int MOST = 10;

    private final String itemId;
    private final PrintStream out;
    private int shards;

    public ItemView(String itemId, PrintStream out) {
        this.itemId = itemId;
        this.out = out;
    }

    /** The settings of a recommender that can be asked for the candidates of each source alone. */
    public static RecommenderSettings bySource(RecommenderSettings settings) {
        String ranker = settings.placements().get(0).ranker();
        return settings.withPlacements(settings.sources().stream()
                .map(source -> new Placement(source, List.of(source), ranker, null, MOST, Filters.NONE))
                .toList());
    }

    /** Shows the item as a shard knows it, if it does. */
    public void show(SavedShard shard) {
        Recommender model = shard.recommender();
        Items items = model.catalog().items();
        int row = items.row(itemId);
        if (row == 0) {
            return;
        }
        shards++;
        out.printf(
                "%n%s in shard %d%s: %,d visits, last seen %s, category %s%n",
                Printable.of(itemId),
                shard.number(),
                items.isHome(row) ? ", its home" : "",
                items.visits(row),
                Instant.ofEpochMilli(items.lastSeen(row)),
                Printable.of(String.join("/", model.catalog().categories().path(items.category(row)))));
        for (String source : model.sources()) {
            line("source " + source, candidates(model, source));
        }
        model.spaces().forEach((name, space) -> {
            int[] rows = new int[MOST];
            float[] cosines = new float[MOST];
            int n = new ExactNeighbours(space).nearest(row, rows, cosines);
            line("space " + name, neighbours(items, rows, cosines, n));
        });
    }

    /** True when a shard knew the item. */
    public boolean wasFound() {
        return shards > 0;
    }

    private String candidates(Recommender model, String source) {
        long now = model.report(0, false).timestamp();
        RankRequest request = new RankRequest(0, now, "", 0, 0, "", itemId, source, List.of(itemId), List.of());
        return model.rank(request).ranking().items().stream()
                .sorted(Comparator.comparingInt(item -> item.ranks().rank(source)))
                .map(RankedItem::itemId)
                .collect(Collectors.joining(" "));
    }

    private static String neighbours(Items items, int[] rows, float[] cosines, int n) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append(String.format("%s%s %.3f", i == 0 ? "" : "  ", items.id(rows[i]), cosines[i]));
        }
        return text.toString();
    }

    private void line(String what, String neighbours) {
        out.printf("  %-34s %s%n", what, neighbours.isEmpty() ? "-" : Printable.of(neighbours));
    }
}
