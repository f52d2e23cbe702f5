package akin.bench;

import akin.tools.simulation.ShopSettings;
import java.nio.file.Path;
import picocli.CommandLine;

/** How old the model is that a benchmark starts with. */
final class WarmOptions {
    @CommandLine.Option(
            names = "--warm",
            paramLabel = "N",
            defaultValue = "0",
            description = "Events that the model has learned before; 0: it is empty.")
    private int events;

    @CommandLine.Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "out/bench-models",
            description = "Where such models are kept. Default: ${DEFAULT-VALUE}")
    private Path folder;

    int events() {
        return events;
    }

    /** Returns the savepoint to start from, which is made unless it is there; null for an empty model. */
    String savepoint(Assignments set, ShopSettings shop) throws Exception {
        return events == 0 ? null : Warm.savepoint(set.learning(), shop, events, folder.toAbsolutePath());
    }

    @Override
    public String toString() {
        return events == 0 ? "" : String.format(" after %,d", events);
    }
}
