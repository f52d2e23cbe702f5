package akin.bench;

import akin.jobs.config.AkinSettings;
import akin.models.event.Arrival;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.event.SourceTime;
import akin.models.loop.PlainLoop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a job has to learn, by a plain loop that is given the messages of several partitions, each in its order: late events
 * are late by what came before in their partition.
 */
public final class Expected {
    private final PlainLoop loop;
    private final long outOfOrderness;
    private final Map<String, SourceTime> times = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int late;

    public Expected(AkinSettings settings) {
        loop = new PlainLoop(settings.sessions(), settings.recommender(), settings.shards());
        outOfOrderness = settings.stream().outOfOrderness().toMillis();
    }

    /** Takes the next message of its partition. */
    public void add(Message message) {
        SourceTime before = times.getOrDefault(message.source(), SourceTime.of(message.source()));
        if (message instanceof Message.ItemChange change) {
            loop.add(Message.of(before.arrival(change.item(), outOfOrderness)));
        } else if (message instanceof Message.ShopEvent happened) {
            Event event = happened.event();
            add(before.arrival(event, outOfOrderness));
            times.put(message.source(), before.arrived(event));
        }
    }

    private void add(Arrival arrival) {
        Event event = arrival.event();
        boolean forgets = event.type() == EventType.FORGET;
        boolean isNew = seen.add(event.userId() + '\t' + event.eventId());
        if (arrival.isLate() && !forgets) {
            late += isNew ? 1 : 0;
        } else {
            loop.add(Message.of(forgets ? event.at(arrival.when()) : event));
        }
    }

    /** Returns how many events were late. */
    public int late() {
        return late;
    }

    /**
     * Learns all of it, and returns the digest of the models.
     *
     * @param until how far event time goes on behind it, epoch milliseconds
     */
    public String digest(long until) {
        loop.run(ranking -> {});
        loop.reports().forEach(report -> loop.shard(report.shard()).advance(until));
        return PlainLoop.digest(loop.reports());
    }
}
