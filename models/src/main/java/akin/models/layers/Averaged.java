package akin.models.layers;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import java.util.function.Function;

/**
 * A network that learns by Adam, and the same with the mean of its weights over many steps, which ranks better, see {@link
 * Averages}.
 *
 * @param <N> what the network is
 */
public final class Averaged<N> {
    private final Parameters parameters;
    private final N learning;
    private final Adam adam;
    private final N ranking;
    private final Averages averages;

    /**
     * @param name of the network, which those of its tables start with
     * @param shape under which its bytes have their meaning
     * @param maker makes the network of parameters that it adds
     * @param steps that a mean is about
     */
    public Averaged(
            Memory memory,
            String name,
            long seed,
            Setting shape,
            Function<Parameters, N> maker,
            AdamSettings settings,
            int steps) {
        parameters = new Parameters(memory, name, seed, shape);
        learning = maker.apply(parameters);
        adam = new Adam(memory, parameters, settings);
        Parameters means = new Parameters(memory, name + ".means", seed, shape);
        ranking = maker.apply(means);
        averages = new Averages(memory, parameters, means, steps);
    }

    /** Returns the network whose gradients are taken. */
    public N learning() {
        return learning;
    }

    /** Returns the network to rank by. */
    public N ranking() {
        return ranking;
    }

    /** Goes a step along the gradients. */
    public void step() {
        adam.step();
        averages.step();
    }

    /** Reads what memory has, after it was loaded. */
    public void loaded() {
        parameters.loaded();
        averages.loaded();
    }
}
