package akin.models.experiment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The definitions by the event time from which they hold; immutable. */
public record Timeline(List<Definitions> versions) implements Serializable {
    /** No experiment at any time. */
    public static final Timeline EMPTY = new Timeline(List.of());

    private static final int MOST = 100;

    /** Definitions that hold from the start. */
    public static Timeline of(Definitions definitions) {
        return EMPTY.with(definitions);
    }

    /** Returns the same with newer definitions: they replace those that were to hold later. */
    public Timeline with(Definitions newer) {
        List<Definitions> all = new ArrayList<>();
        for (Definitions earlier : versions) {
            if (earlier.effectiveAt() < newer.effectiveAt()) {
                all.add(earlier);
            }
        }
        all.add(newer);
        return new Timeline(List.copyOf(all.size() <= MOST ? all : all.subList(all.size() - MOST, all.size())));
    }

    /** Returns the definitions that hold at an event time. */
    public Definitions at(long time) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).effectiveAt() <= time) {
                return versions.get(i);
            }
        }
        return Definitions.NONE;
    }

    /** Returns the definitions that hold until an event time: those that ones from then on would follow. */
    public Definitions before(long time) {
        return time == Long.MIN_VALUE ? Definitions.NONE : at(time - 1);
    }

    /** Returns the newest definitions, whether they hold already or not. */
    public Definitions newest() {
        return versions.isEmpty() ? Definitions.NONE : versions.get(versions.size() - 1);
    }

    /** Returns the newest definition of an experiment, or null when there never was one. */
    public Experiment experiment(String id) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            Experiment experiment = versions.get(i).experiment(id);
            if (experiment != null) {
                return experiment;
            }
        }
        return null;
    }
}
