package akin.bench.faults;

import akin.cluster.Cluster;
import akin.cluster.ClusterSettings;
import akin.cluster.Home;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeSet;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** One run after another on one cluster, a fault in the middle of each, and what came of them as a table. */
public final class FaultRuns {
    private static final int DISK_MEGABYTES = 256;

    private final Cluster cluster;
    private final Home home;
    private final FaultSettings settings;
    private final PrintStream out;

    FaultRuns(Cluster cluster, Home home, FaultSettings settings, PrintStream out) {
        this.cluster = cluster;
        this.home = home;
        this.settings = settings;
        this.out = out;
    }

    /** Starts the cluster, runs, stops it. Tells whether every promise was kept. */
    boolean print(ClusterSettings started, List<Fault> faults) throws Exception {
        // That the broker is away is the point here, and needs no hundred lines.
        Configurator.setLevel("org.apache.kafka", Level.OFF);
        out.printf(
                "%s at %,.0f/s, rankings %s, %s%n",
                settings.traffic(false), settings.shop().eventsPerSecond(), settings.delivery(), started);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::stopQuietly));
        cluster.start(started);
        boolean kept = true;
        try {
            out.printf(
                    "%-18s %10s %10s %10s %8s %9s %8s %6s %9s %s%n",
                    "fault",
                    "recovery s",
                    "events",
                    "rankings",
                    "missing",
                    "repeated",
                    "dead",
                    "late",
                    "pause ms",
                    "model");
            for (Fault fault : faults) {
                kept &= print(fault, run(fault));
            }
        } finally {
            cluster.stop();
        }
        return kept;
    }

    private Outcome run(Fault fault) throws Exception {
        boolean isPoisoned = fault == Fault.POISON;
        Run run = new Run(cluster, home, settings, fault.wireName());
        if (fault != Fault.FULL_DISK) {
            return run.run(isPoisoned, List.of(fault), null);
        }
        try (SmallDisk disk = SmallDisk.mount(cluster.folder().path().resolve("small-disk"), DISK_MEGABYTES)) {
            return run.run(isPoisoned, List.of(fault), disk);
        }
    }

    private boolean print(Fault fault, Outcome outcome) {
        out.printf(
                "%-18s %10.1f %,10d %,10d %,8d %,9d %,8d %,6d %9.1f %s%n",
                fault.wireName(),
                outcome.secondsToRecover().get(0),
                outcome.traffic().events(),
                outcome.rankings(),
                outcome.missing(),
                outcome.repeated(),
                outcome.deadLetters().size(),
                outcome.late(),
                outcome.pauseMillis(),
                (outcome.isEqual() ? "equal" : "DIFFERS")
                        + (outcome.moreLate() == 0 ? "" : ", late " + outcome.moreLate() + " more"));
        int unreadable = outcome.traffic().unreadable();
        boolean deadOnce =
                outcome.deadLetters().size() == unreadable && new TreeSet<>(outcome.deadLetters()).size() == unreadable;
        boolean once = !settings.exactlyOnce() || outcome.repeated() == 0;
        return outcome.isEqual() && outcome.missing() == 0 && outcome.moreLate() == 0 && deadOnce && once;
    }
}
