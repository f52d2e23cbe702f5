package akin.tools.experiments;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The simulations that there are. */
public final class Simulations {
    private Simulations() {}

    /** A/B tests of a known effect; writes {@code simulation.json}. */
    public static Path experiments(SimulationSettings settings, Path folder, PrintStream out) throws IOException {
        SimulationResult result = new Simulation(settings).run();
        out.println(result.text());
        return result.write(folder);
    }

    /** Two rankers, by A/B tests and by interleaved lists; writes {@code interleaving.json}. */
    public static Path rankers(int runs, long seed, Path folder, PrintStream out) throws IOException {
        InterleavingResult result = new InterleavingSimulation(runs, seed).run();
        out.println(result.text());
        return result.write(folder);
    }
}
