package akin.models.recommender;

import akin.models.candidates.Pools;
import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.neighbours.Space;
import akin.models.quality.FullRanking;
import akin.models.quality.Quality;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.ranking.Ranking;
import akin.models.ranking.Source;
import akin.models.shard.Enhancement;
import akin.models.shard.ItemUpdate;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.Visit;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A complete recommender for one shard, made of components: learns visits and catalogue changes in the order given,
 * answers rank requests. Single-threaded, without clock or randomness: what it remembers is a function of its input.
 */
public final class Recommender {
    private final RecommenderSettings settings;
    private final Memory memory = new Memory();
    private final Table clock = memory.table("clock", 4);
    private final Catalog catalog;
    private final List<Component> components;
    private final List<Ranker> rankers;
    private final Pools pools;
    private final Answers answers;
    private final Quality quality;
    private final ShardReporter reporter;
    private final VisitPools visitPools;

    public Recommender(RecommenderSettings settings) {
        this.settings = settings;
        catalog = new Catalog(memory, settings.catalog(), this::forget);
        components = new Parts(memory, settings, catalog).makeAll();
        rankers = each(Component::rankers);
        List<Source> sources = each(Component::sources);
        pools = new Pools(memory, settings.pool(), catalog, sources);
        answers = new Answers(settings, catalog, pools, sources, rankers);
        quality = new Quality(memory, settings.quality(), rankers);
        visitPools = new VisitPools(settings, catalog, pools, quality, each(Component::poolLearners));
        reporter = new ShardReporter(
                memory, catalog, components, quality, settings.quality().sample());
        clock.ensure(0);
    }

    private <T> List<T> each(Function<Component, List<T>> part) {
        return components.stream()
                .flatMap(component -> part.apply(component).stream())
                .toList();
    }

    /** What is remembered; after loading it, call {@link #loaded}. */
    public Memory memory() {
        return memory;
    }

    /** Rebuilds what is derived from memory. */
    public void loaded() {
        catalog.loaded();
        quality.loaded();
        components.forEach(Component::loaded);
    }

    /**
     * Takes over what a recommender under other settings remembers, as far as there is room for it here; this one must be
     * new. Under the same settings it is a copy.
     */
    public void adopt(Recommender other) {
        memory.adopt(other.memory);
        catalog.loaded();
        for (Component component : components) {
            other.components.stream()
                    .filter(before -> before.id().equals(component.id()))
                    .forEach(component::adopt);
        }
        components.forEach(Component::loaded);
    }

    /** What builds on other components is told first. */
    private void forget(int row) {
        for (int i = components.size() - 1; i >= 0; i--) {
            components.get(i).forget(row);
        }
        pools.forget(row);
    }

    /**
     * Lets event time go on. What is remembered doesn't depend on how often this is called between two inputs: each input
     * that is learned in order does it too.
     *
     * @param eventTime no input to come is earlier, epoch milliseconds
     */
    public void advance(long eventTime) {
        components.forEach(component -> component.advance(eventTime));
    }

    /** Learns or ranks in event-time order, whatever the input asks for. */
    public void take(ShardInput input, Consumer<Ranking> rankings) {
        if (input instanceof RankRequest request) {
            advance(request.timestamp());
            rankings.accept(rank(request).ranking());
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
            quality.learn(enhancement);
            components.forEach(component -> component.learn(enhancement));
        }
    }

    private void learn(ItemUpdate update) {
        catalog.update(update.item());
        catalog.announced().learned(update.item(), update.sequence());
        components.forEach(component -> component.learn(update));
    }

    /** Tests every ranker on a visit, then learns it. */
    private void learn(Visit visit) {
        visitPools.test(visit);
        visitPools.learn(visit);
        if (visit.atItem()) {
            catalog.visit(visit.itemId(), visit.timestamp());
        }
        components.forEach(component -> component.learn(visit));
        if (visit.atItem()) {
            pools.visited(visit.itemId(), visit.timestamp());
        }
        clock.setLong(0, 0, visits() + 1);
        clock.setLong(0, 2, Math.max(clock.getLong(0, 2), visit.timestamp()));
    }

    /** Takes in a catalogue change that will be learned in its turn: what it hides or shows counts for rankings at once. */
    public void announce(ItemUpdate update) {
        catalog.announced().announce(update.item(), update.sequence());
    }

    /** Ranks the pool of the request's anchor as the model is now, and the catalogue as it was announced. */
    public Ranked rank(RankRequest request) {
        catalog.announced().count(true);
        try {
            return answers.rank(request, visits());
        } finally {
            catalog.announced().count(false);
        }
    }

    /** Number of visits learned. */
    public long visits() {
        return clock.getLong(0, 0);
    }

    /** Returns the names of the rankers that are on, in the order of reports. */
    public List<String> rankers() {
        return rankers.stream().map(Ranker::name).toList();
    }

    /** Returns the names of the sources that are on, in the order in which they are asked. */
    public List<String> sources() {
        return settings.sources();
    }

    /** Ranks all items known now, by the rankers of some names. */
    public FullRanking fullRanking(Collection<String> names) {
        List<List<Ranker>> named = components.stream()
                .map(component -> component.rankers().stream()
                        .filter(ranker -> names.contains(ranker.name()))
                        .toList())
                .toList();
        return new FullRanking(catalog.items(), named, pools::open);
    }

    /** Returns the pool of all that a shopper may look at next, to look into a model; it is valid until the next input. */
    public Candidates pool(Query of) {
        return pools.open(of);
    }

    /** The items, to look into a model. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns the components that are on, in the order in which they learn. */
    List<Component> components() {
        return components;
    }

    /** Returns the component of a class, to look into a model, or null when none is on. */
    public <T extends Component> T component(Class<T> type) {
        return components.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** Returns the spaces of the components that are on, by table name; to look into a model. */
    public SortedMap<String, Space> spaces() {
        SortedMap<String, Space> spaces = new TreeMap<>();
        components.forEach(component -> spaces.putAll(component.spaces()));
        return spaces;
    }

    /** Returns the state of the shard. */
    public ShardReport report(int shard, boolean withDigest) {
        return reporter.report(shard, clock.getLong(0, 2), visits(), withDigest);
    }
}
