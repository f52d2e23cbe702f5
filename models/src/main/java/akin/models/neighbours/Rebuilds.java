package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * When which index is built and used: a function of the number of learned visits. Of two snapshots one belongs to the
 * index in use, the other to the index that is being built, in a thread of its own; it is used so many visits later,
 * whenever it was ready.
 */
final class Rebuilds {
    private static final int SINCE = 0;
    private static final int ACTIVE = 1;
    private static final int BUILDING = 2;

    private final NeighbourSettings settings;
    private final Space space;
    private final Cosines cosines;
    private final Scan scan;
    private final Snapshot[] snapshots;
    // Visits since the last build began; which snapshot is in use; 1 while an index is built from the other.
    private final Table clock;
    /** Of the index in use. */
    private final Links links;

    private final List<Thread> builders = new ArrayList<>();
    private FutureTask<Index> active;
    private FutureTask<Index> next;

    Rebuilds(Memory memory, NeighbourSettings settings, Space space, Cosines cosines, Scan scan) {
        this.settings = settings;
        this.space = space;
        this.cosines = cosines;
        this.scan = scan;
        snapshots = new Snapshot[] {
            new Snapshot(memory, "neighbours.0", space.dimensions()),
            new Snapshot(memory, "neighbours.1", space.dimensions())
        };
        clock = memory.table("neighbours.clock", 3);
        clock.ensure(0);
        links = new Links(memory, settings);
        active = task(snapshots[0]);
        active.run();
    }

    /** Vectors of other dimensions: an index that was built from a snapshot is built from the vectors as they are now. */
    void adopt(Rebuilds other) {
        if (space.dimensions() != other.space.dimensions()) {
            links.clear();
            for (int i = 0; i < snapshots.length; i++) {
                if (other.snapshots[i].rows().length > 0) {
                    snapshots[i].take(space, cosines);
                }
            }
        }
    }

    void loaded() {
        int inUse = clock.getInt(0, ACTIVE);
        links.loaded();
        active = links.isEmpty() ? build(snapshots[inUse]) : kept(snapshots[inUse]);
        next = clock.getInt(0, BUILDING) == 1 ? build(snapshots[1 - inUse]) : null;
    }

    /** Breaks off what is being built, and waits for the end of the threads: they look for it at each node. */
    void close() {
        active.cancel(true);
        if (next != null) {
            next.cancel(true);
        }
        for (Thread builder : builders) {
            try {
                builder.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void learned() {
        int since = clock.getInt(0, SINCE) + 1;
        clock.setInt(0, SINCE, since);
        if (next != null && since >= settings.rebuildLag()) {
            use();
        } else if (next == null && since >= settings.rebuildVisits()) {
            start();
        }
    }

    private void start() {
        settle();
        Snapshot snapshot = snapshots[1 - clock.getInt(0, ACTIVE)];
        if (scan.isComplete()) {
            snapshot.clear();
        } else {
            snapshot.take(space, cosines);
        }
        next = build(snapshot);
        clock.setInt(0, SINCE, 0);
        clock.setInt(0, BUILDING, 1);
    }

    private void use() {
        settle();
        active = next;
        index().keep(links);
        next = null;
        clock.setInt(0, ACTIVE, 1 - clock.getInt(0, ACTIVE));
        clock.setInt(0, BUILDING, 0);
    }

    private FutureTask<Index> kept(Snapshot snapshot) {
        FutureTask<Index> task = new FutureTask<>(() -> new Index(snapshot, settings, links));
        task.run();
        return task;
    }

    private FutureTask<Index> build(Snapshot snapshot) {
        FutureTask<Index> task = task(snapshot);
        Thread thread = new Thread(task, "neighbours");
        thread.setDaemon(true);
        builders.removeIf(builder -> !builder.isAlive());
        builders.add(thread);
        thread.start();
        return task;
    }

    /** Waits for the build from the snapshot in use, so that no thread still reads one that is taken anew. */
    private void settle() {
        index();
    }

    private FutureTask<Index> task(Snapshot snapshot) {
        return new FutureTask<>(() -> new Index(snapshot, settings));
    }

    void forget(int row) {
        if (active.isDone()) {
            index().forget(row);
        }
    }

    /** The index in use, perhaps an empty one; waits while it is being built. */
    Index index() {
        try {
            return active.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an index of neighbours was built", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an index of neighbours could not be built", e.getCause());
        }
    }
}
