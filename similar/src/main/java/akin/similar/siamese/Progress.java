package akin.similar.siamese;

import java.util.ArrayList;
import java.util.List;

/** How far learning is: the curve, the net as it is, and the net that was best. */
final class Progress {
    private final List<Epoch> curve = new ArrayList<>();
    private Snapshot now;
    private Snapshot best;
    private double bestFigure = -1;
    private int since;

    Progress(Snapshot start) {
        now = start;
        best = start;
    }

    /** Returns what was kept of an earlier run. */
    static Progress of(List<Epoch> curve, Snapshot best, Snapshot now) {
        Progress progress = new Progress(now);
        curve.forEach(epoch -> progress.add(epoch, now));
        progress.best = best;
        return progress;
    }

    /** Notes an epoch and the net after it. */
    void add(Epoch epoch, Snapshot net) {
        curve.add(epoch);
        now = net;
        since++;
        if (epoch.figure() > bestFigure) {
            bestFigure = epoch.figure();
            best = net;
            since = 0;
        }
    }

    List<Epoch> curve() {
        return List.copyOf(curve);
    }

    Snapshot now() {
        return now;
    }

    Snapshot best() {
        return best;
    }

    /** Returns how many epochs were no better than the best before them. */
    int since() {
        return since;
    }
}
