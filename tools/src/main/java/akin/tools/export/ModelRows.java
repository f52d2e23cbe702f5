package akin.tools.export;

import akin.models.catalog.Items;
import akin.models.covisit.CovisitComponent;
import akin.models.covisit.Covisits;
import akin.models.covisit.Similarity;
import akin.models.neighbours.Space;
import akin.state.savepoint.SavedShard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a shard's model holds, as rows. */
final class ModelRows {
    private ModelRows() {}

    static void embeddings(SavedShard shard, String name, Export.RowWriter<EmbeddingRow> out) {
        SortedMap<String, Space> spaces = shard.recommender().spaces();
        Space space = spaces.get(name);
        if (space == null) {
            throw new IllegalArgumentException(
                    "no space is named " + name + ", there are " + String.join(", ", spaces.keySet()));
        }
        Items items = shard.recommender().catalog().items();
        byId(items)
                .filter(space::has)
                .map(row -> new EmbeddingRow(shard.number(), items.id(row), isHome(items, row), vector(space, row)))
                .forEach(out::write);
    }

    /** An item that moved to another shard is hidden in its old one, and no longer listed there. */
    private static boolean isHome(Items items, int row) {
        return items.isHome(row) && (items.isListed(row) || !items.isHidden(row));
    }

    private static List<Float> vector(Space space, int row) {
        List<Float> vector = new ArrayList<>(space.dimensions());
        for (int i = 0; i < space.dimensions(); i++) {
            vector.add(space.page(row)[space.offset(row) + i]);
        }
        return vector;
    }

    static void covisits(SavedShard shard, Export.RowWriter<CovisitRow> out) {
        Items items = shard.recommender().catalog().items();
        byId(items).forEach(row -> {
            List<CovisitRow> neighbours = neighbours(shard, row);
            neighbours.sort(Comparator.comparing(CovisitRow::neighbourId));
            neighbours.forEach(out::write);
        });
    }

    private static List<CovisitRow> neighbours(SavedShard shard, int row) {
        Items items = shard.recommender().catalog().items();
        Covisits covisits =
                shard.recommender().component(CovisitComponent.class).covisits();
        List<CovisitRow> neighbours = new ArrayList<>();
        covisits.forEachNeighbour(row, (ref, count) -> {
            int other = items.resolve(ref);
            if (other != 0) {
                double both = covisits.bounded(count, row, other);
                neighbours.add(new CovisitRow(
                        shard.number(),
                        items.id(row),
                        items.id(other),
                        both,
                        covisits.total(row),
                        covisits.total(other),
                        Similarity.JACCARD.of(both, covisits.total(row), covisits.total(other)),
                        covisits.error(row)));
            }
        });
        return neighbours;
    }

    private static Stream<Integer> byId(Items items) {
        return IntStream.range(1, items.end()).filter(items::isAlive).boxed().sorted(Comparator.comparing(items::id));
    }
}
