package akin.models.loop;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.memory.Memory;
import akin.models.ranking.Ranking;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.recommender.ShardReport;
import akin.models.session.Arms;
import akin.models.session.Arrivals;
import akin.models.session.SessionSettings;
import akin.models.session.Sessions;
import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.models.shard.ItemUpdate;
import akin.models.shard.MapChanges;
import akin.models.shard.MapNumbers;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardDirectory;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All of Akin in a for-loop: what the Flink job must equal, and how offline evaluation learns. Holds its input in
 * memory.
 */
public final class PlainLoop {
    private final SessionSettings sessionSettings;
    private final RecommenderSettings settings;
    private final ShardDirectory directory;
    private final List<Event> events = new ArrayList<>();
    private final List<ShardInput> inputs = new ArrayList<>();
    private final Map<String, Shopper> arrived = new HashMap<>();
    private final Map<String, Shopper> shoppers = new HashMap<>();
    private final Map<String, ShardVersions> shardOf = new HashMap<>();
    private final MapNumbers paths = new MapNumbers();
    private final MapNumbers items = new MapNumbers();
    private final MapChanges changes = new MapChanges();
    private final TreeMap<Integer, Recommender> shards = new TreeMap<>();
    private long itemUpdates;
    private long newest = Long.MIN_VALUE;
    private Arms arms = Arms.NONE;

    public PlainLoop(SessionSettings sessions, RecommenderSettings settings, ShardSettings shards) {
        this.sessionSettings = sessions;
        this.settings = settings;
        this.directory = new ShardDirectory(shards);
    }

    /** Lets experiments change rankings. */
    public PlainLoop with(Arms experiments) {
        arms = experiments;
        return this;
    }

    /** Takes an event or a catalogue change; ignores what is neither. */
    public void add(Message message) {
        if (message instanceof Message.ShopEvent happened) {
            events.add(happened.event());
            newest = Math.max(newest, happened.timestamp());
        } else if (message instanceof Message.ItemChange change) {
            add(change.item());
        }
    }

    private void add(Item item) {
        directory.route(item, paths, items, changes, itemUpdates++, update -> {
            inputs.add(update);
            register(update);
        });
    }

    private void register(ItemUpdate update) {
        if (directory.needsCatalog()) {
            long keep = settings.catalog().idleExpiry().toMillis();
            shardOf.compute(
                    update.item().itemId(), (id, before) -> ShardVersions.after(before, update, keep, Long.MIN_VALUE));
        }
    }

    /** Learns what was added since the last run, in event-time order, and gives the rankings asked for to {@code rankings}. */
    public void run(Consumer<Ranking> rankings) {
        run(input -> {}, rankings);
    }

    /**
     * The same, with a look at what the shards take in.
     *
     * @param watcher told each input before its shard
     */
    public void run(Consumer<ShardInput> watcher, Consumer<Ranking> rankings) {
        Sessions sessions = new Sessions(sessionSettings, settings.placements(), this::shardAt, arms);
        for (Event event : accepted()) {
            Shopper shopper = shoppers.getOrDefault(event.userId(), Shopper.NEW);
            RankRequest request = sessions.request(shopper, event);
            if (request != null) {
                inputs.add(request);
            }
            shoppers.put(event.userId(), sessions.advance(shopper, event, inputs::add));
        }
        inputs.sort(ShardInput.ORDER);
        for (ShardInput input : inputs) {
            watcher.accept(input);
            shard(input.shard()).take(input, rankings);
        }
        shards.values().forEach(shard -> shard.advance(newest));
        inputs.clear();
        events.clear();
    }

    /** The events without duplicates, which are told in the order of arrival, in the order of event time. */
    private List<Event> accepted() {
        Arrivals arrivals = new Arrivals(sessionSettings);
        List<Event> accepted = new ArrayList<>();
        for (Event event : events) {
            Shopper shopper = arrived.getOrDefault(event.userId(), Shopper.NEW);
            if (event.type() == EventType.FORGET) {
                arrived.remove(event.userId());
                accepted.removeIf(
                        waiting -> waiting.userId().equals(event.userId()) && waiting.timestamp() >= event.timestamp());
                accepted.add(event);
            } else if (!arrivals.isDuplicate(shopper, event)) {
                accepted.add(event);
                arrived.put(event.userId(), arrivals.arrive(shopper, event, null));
            }
        }
        accepted.sort(Comparator.comparingLong(Event::timestamp));
        return accepted;
    }

    private int shardAt(String itemId, long timestamp) {
        if (!directory.needsCatalog()) {
            return directory.shardOf(itemId);
        }
        ShardVersions versions = shardOf.get(itemId);
        return versions == null ? ShardDirectory.UNKNOWN : versions.at(timestamp, ShardDirectory.UNKNOWN);
    }

    /** The recommender of a shard. */
    public Recommender shard(int number) {
        return shards.computeIfAbsent(number, shard -> new Recommender(settings));
    }

    /** Reports of all shards by number. */
    public Collection<ShardReport> reports() {
        List<ShardReport> reports = new ArrayList<>();
        shards.forEach((number, shard) -> reports.add(shard.report(number, true)));
        return reports;
    }

    /** One digest over the digests of the shards, in the order of their numbers. */
    public static String digest(Collection<ShardReport> reports) {
        MessageDigest digest = Memory.sha256();
        reports.stream().sorted(Comparator.comparingInt(ShardReport::shard)).forEach(report -> {
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(report.shard()).array());
            digest.update(HexFormat.of().parseHex(report.digest()));
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
