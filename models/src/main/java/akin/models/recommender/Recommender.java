package akin.models.recommender;

import akin.models.candidates.Candidates;
import akin.models.candidates.Pools;
import akin.models.candidates.Popularity;
import akin.models.candidates.Source;
import akin.models.candidates.SourceRanks;
import akin.models.catalog.Catalog;
import akin.models.covisit.Covisits;
import akin.models.embedding.Learners;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.neighbours.Space;
import akin.models.quality.FullRanking;
import akin.models.quality.Quality;
import akin.models.quality.Slice;
import akin.models.ranking.Packed;
import akin.models.ranking.Placement;
import akin.models.ranking.Query;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranker;
import akin.models.ranking.Rankers;
import akin.models.ranking.Ranking;
import akin.models.shard.Enhancement;
import akin.models.shard.ItemUpdate;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A complete recommender for one shard: learns visits and catalogue changes in the order given, answers rank requests.
 * Single-threaded, without clock or randomness: what it remembers is a function of its input.
 */
public final class Recommender {
    private final RecommenderSettings settings;
    private final Memory memory = new Memory();
    private final Table clock = memory.table("clock", 4);
    private final Catalog catalog;
    private final Covisits covisits;
    private final Popularity popularity;
    private final Learners learners;
    private final Pools pools;
    private final Quality quality;
    private final List<Ranker> rankers;
    private final Map<String, Ranker> rankerOf = new HashMap<>();
    private final Map<String, Placement> placements = new HashMap<>();
    private final Candidates nothing = new Candidates(0);
    private final Query query = new Query();
    private final int[] because = new int[Ranker.MOST_REASONS];
    private int[] companions = new int[128];
    private float[] scores = new float[256];
    private long[] order = new long[256];
    private int poolSize;
    private int filled;
    private int shortfall;

    public Recommender(RecommenderSettings settings) {
        this.settings = settings;
        catalog = new Catalog(memory, settings.catalog(), this::forget);
        covisits = new Covisits(memory, settings.covisit(), catalog.items());
        popularity = new Popularity(memory, settings.pool().size(), catalog, covisits);
        learners = new Learners(memory, settings.embedding(), catalog);
        pools = new Pools(settings.pool(), catalog, covisits, popularity, learners::nearest);
        rankers = Stream.concat(Rankers.counting(covisits, settings.alpha()).stream(), learners.rankers().stream())
                .toList();
        rankers.forEach(ranker -> rankerOf.put(ranker.name(), ranker));
        settings.placements().forEach(placement -> placements.put(placement.name(), placement));
        quality = new Quality(memory, Rankers.NAMES, rankers);
        clock.ensure(0);
    }

    /** What is remembered; after loading it, call {@link #loaded}. */
    public Memory memory() {
        return memory;
    }

    /** Rebuilds what is derived from memory. */
    public void loaded() {
        catalog.loaded();
        learners.loaded();
    }

    /**
     * Takes over what a recommender under other settings remembers, as far as there is room for it here; this one must be
     * new. Under the same settings it is a copy.
     */
    public void adopt(Recommender other) {
        memory.adopt(other.memory);
        catalog.loaded();
        covisits.adopt(other.covisits);
        popularity.adopt(other.popularity);
        learners.adopt(other.learners);
        learners.loaded();
    }

    private void forget(int row) {
        covisits.remove(row);
        learners.forget(row);
    }

    /**
     * Lets event time go on. What is remembered doesn't depend on how often this is called between two inputs: each input
     * that is learned in order does it too.
     *
     * @param eventTime no input to come is earlier, epoch milliseconds
     */
    public void advance(long eventTime) {
        learners.advance(eventTime);
    }

    /** Learns or ranks in event-time order, whatever the input asks for. */
    public void take(ShardInput input, Consumer<Ranking> rankings) {
        if (input instanceof RankRequest request) {
            advance(request.timestamp());
            rankings.accept(rank(request));
        } else {
            learn(input);
        }
    }

    /** Learns whatever there is to learn in the input. */
    public void learn(ShardInput input) {
        advance(input.timestamp());
        if (input instanceof Visit visit) {
            learn(visit);
        } else if (input instanceof ItemUpdate update) {
            learn(update);
        } else if (input instanceof Enhancement enhancement) {
            learn(enhancement);
        }
    }

    /** Takes over a catalogue change. */
    public void learn(ItemUpdate update) {
        catalog.update(update.item());
    }

    /** Tests every ranker on a visit, then learns it. */
    public void learn(Visit visit) {
        if (visit.atAnchor() && settings.quality().enabled()) {
            test(visit);
        }
        if (visit.atItem()) {
            count(visit);
        }
        if (visit.atAnchor() && visit.example()) {
            learners.visit(visit.itemId(), visit.ledTo(), visit.window(), visit.timestamp());
        }
        clock.setLong(0, 0, visits() + 1);
        clock.setLong(0, 2, Math.max(clock.getLong(0, 2), visit.timestamp()));
    }

    /** Gives an earlier visit the weight that it lacked. */
    public void learn(Enhancement news) {
        learners.enhance(news.itemId(), news.type(), news.before(), news.window(), news.timestamp());
    }

    private void test(Visit visit) {
        String anchorId = visit.anchorId();
        if (anchorId == null) {
            return;
        }
        int anchor = catalog.items().row(anchorId);
        int target = catalog.items().row(visit.itemId());
        Candidates pool =
                target == 0 ? nothing : pools.pool(anchor, settings.placements().get(0), List.of(), visit.timestamp());
        boolean cold = visit.atItem()
                && (target == 0
                        || catalog.items().visits(target) < settings.quality().coldVisits());
        query.set(catalog.items(), anchorId, visit.window(), 1 + visit.window().lastIndexOf(anchorId));
        quality.test(query, pool, target, Slice.of(visit.type()), cold);
    }

    private void count(Visit visit) {
        int row = catalog.visit(visit.itemId(), visit.timestamp());
        if (visit.first()) {
            covisits.learn(row, companions, companionRows(visit.companions()), visit.timestamp());
            popularity.learn(row);
        }
    }

    private int companionRows(List<String> ids) {
        if (companions.length < ids.size()) {
            companions = new int[ids.size()];
        }
        int n = 0;
        for (String id : ids) {
            int row = catalog.items().row(id);
            if (row != 0) {
                companions[n++] = row;
            }
        }
        return n;
    }

    /** Ranks the pool of the request's anchor as the model is now. */
    public Ranking rank(RankRequest request) {
        Placement placement = placements.getOrDefault(
                request.placement(), settings.placements().get(0));
        int anchor = catalog.items().row(request.anchorId());
        Candidates pool = pools.pool(anchor, placement, request.excluded(), request.timestamp());
        int size = Math.min(placement.top(), pool.size());
        query.set(
                catalog.items(),
                request.anchorId(),
                request.window(),
                request.window().size());
        Ranker ranker = rankerOf.get(placement.ranker());
        order(ranker, pool);
        List<RankedItem> items = new ArrayList<>(size);
        filled = 0;
        for (int i = 0; i < size; i++) {
            int position = Packed.position(order[pool.size() - 1 - i]);
            SourceRanks ranks = pool.ranks(position);
            filled += ranks.isOnly(Source.POPULAR) ? 1 : 0;
            items.add(new RankedItem(
                    catalog.items().id(pool.row(position)),
                    scores[position],
                    ranks,
                    because(ranker, pool.row(position))));
        }
        shortfall = placement.top() - size;
        poolSize = pool.size();
        return new Ranking(
                request.rankingId(),
                request.userId(),
                request.anchorId(),
                placement.name(),
                request.timestamp(),
                visits(),
                items);
    }

    private List<String> because(Ranker ranker, int row) {
        int n = ranker.because(query, row, because);
        List<String> ids = n == 0 ? List.of() : new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            ids.add(catalog.items().id(because[i]));
        }
        return ids;
    }

    /** Positions of the pool from worst to best. */
    private void order(Ranker ranker, Candidates pool) {
        if (scores.length < pool.size()) {
            scores = new float[pool.size()];
            order = new long[pool.size()];
        }
        ranker.score(query, pool, scores);
        for (int i = 0; i < pool.size(); i++) {
            order[i] = Packed.of(scores[i], i);
        }
        Arrays.sort(order, 0, pool.size());
    }

    /** How many candidates the last ranking was made from. */
    public int poolSize() {
        return poolSize;
    }

    /** How many items of the last ranking came from the last resort only. */
    public int filled() {
        return filled;
    }

    /** How many items the last ranking was short of its placement's number. */
    public int shortfall() {
        return shortfall;
    }

    /** Number of visits learned. */
    public long visits() {
        return clock.getLong(0, 0);
    }

    /** Names of the rankers that are on, in the order of reports. */
    public List<String> rankers() {
        return rankers.stream().map(Ranker::name).toList();
    }

    /** Ranks all items known now. */
    public FullRanking fullRanking() {
        return new FullRanking(catalog.items(), covisits, rankers);
    }

    /** The items, to look into a model. */
    public Catalog catalog() {
        return catalog;
    }

    /** The counts, to look into a model. */
    public Covisits covisits() {
        return covisits;
    }

    /** The spaces of the learners that are on, by table name; to look into a model. */
    public SortedMap<String, Space> spaces() {
        return learners.spaces();
    }

    /** The state of the shard. */
    public ShardReport report(int shard, boolean withDigest) {
        return new ShardReport(
                shard,
                clock.getLong(0, 2),
                visits(),
                catalog.items().live(),
                memory.bytes(),
                withDigest ? HexFormat.of().formatHex(memory.digest()) : null,
                quality.figures(),
                learners.neighbourRecall(),
                learners.figures(),
                withDigest ? learners.map() : null);
    }
}
