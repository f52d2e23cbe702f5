package akin.models.session;

import akin.models.shard.ItemUpdate;
import akin.models.shard.ShardDirectory;
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

    /**
     * Returns the versions after a catalogue change. An item that is taken out stays in its shard for a while, so that what is
     * late or still looked at finds it there; then it is as if it had never been.
     *
     * @param before or null
     * @param keep how long, milliseconds
     */
    public static ShardVersions after(ShardVersions before, ItemUpdate update, long keep, long watermark) {
        long since = update.timestamp();
        ShardVersions now = before == null ? of(since, update.shard()) : before.plus(since, update.shard(), watermark);
        return update.item().deleted() ? now.plus(since + keep, ShardDirectory.UNKNOWN, Long.MIN_VALUE) : now;
    }

    /** Returns whether the item is unknown from the watermark on, so that it needs no versions. */
    public boolean isGone(long watermark) {
        Version last = versions.get(versions.size() - 1);
        return last.shard() == ShardDirectory.UNKNOWN && last.since() <= watermark;
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
