package akin.models.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The shards an item belonged to, as far back as event time may still ask for; a value.
 *
 * @param versions by time, oldest first, never empty
 */
public record ShardVersions(List<Version> versions) {

    /** From {@code since} on (epoch milliseconds), the item is in {@code shard}. */
    public record Version(long since, int shard) {}

    public static ShardVersions of(long since, int shard) {
        return new ShardVersions(List.of(new Version(since, shard)));
    }

    /** Adds a version and drops those that no time after {@code watermark} can see. */
    public ShardVersions plus(long since, int shard, long watermark) {
        List<Version> kept = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            boolean seen = i + 1 == versions.size() || versions.get(i + 1).since() > watermark;
            if (seen && versions.get(i).since() <= since) {
                kept.add(versions.get(i));
            }
        }
        kept.add(new Version(since, shard));
        return new ShardVersions(List.copyOf(kept));
    }

    /** The shard at a moment, {@code unknown} before the first version. */
    public int at(long timestamp, int unknown) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).since() <= timestamp) {
                return versions.get(i).shard();
            }
        }
        return unknown;
    }
}
