package akin.models.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.memory.Memory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AveragesTest {
    private static final int STEPS = 10;
    private static final int COLUMNS = 70;

    /** A parameter that wanders, and its mean. */
    private static final class Network {
        final Memory memory = new Memory();
        final Parameters parameters = new Parameters(memory, "network", 1);
        final Parameter parameter = parameters.add("row", 1, COLUMNS, Initial.xavier());
        final Parameters means = new Parameters(memory, "network.means", 1);
        final Parameter mean = means.add("row", 1, COLUMNS, Initial.xavier());
        final Averages averages = new Averages(memory, parameters, means, STEPS);

        void step(long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < COLUMNS; i++) {
                parameter.values().values()[i] += (float) random.nextGaussian();
            }
            parameters.write(0);
            averages.step();
        }

        Network restored() {
            Network other = new Network();
            memory.forEachPage(other.memory::load);
            other.parameters.loaded();
            other.averages.loaded();
            return other;
        }
    }

    private final Network network = new Network();

    @Test
    void isTheWeightedMeanOfWhatEachStepLedTo() {
        double decay = 1 - 1.0 / STEPS;
        double sum = 0;
        double weights = 0;
        for (int step = 1; step <= 100; step++) {
            network.step(step);
            sum = decay * sum + network.parameter.values().values()[7];
            weights = decay * weights + 1;
            assertThat((double) network.mean.values().values()[7]).isCloseTo(sum / weights, within(1e-4));
        }
    }

    @Test
    void startsAtTheParameters() {
        assertThat(network.mean.values().values())
                .containsExactly(network.parameter.values().values());
        network.step(1);
        assertThat(network.mean.values().values())
                .containsExactly(network.parameter.values().values());
    }

    @Test
    void goesOnAfterARestore() {
        for (int step = 0; step < 3; step++) {
            Network restored = network.restored();
            assertThat(restored.memory.digest()).isEqualTo(network.memory.digest());
            network.step(step);
            restored.step(step);
            assertThat(restored.memory.digest()).isEqualTo(network.memory.digest());
        }
    }

    @Test
    void startsAtWhatWasLearnedBeforeThereWereMeans() {
        network.step(1);
        network.step(2);
        Network later = new Network();
        network.memory.forEachPage((table, page, bytes) -> {
            if (!table.contains("means")) {
                later.memory.load(table, page, bytes);
            }
        });
        later.parameters.loaded();
        later.averages.loaded();

        assertThat(later.mean.values().values())
                .containsExactly(network.parameter.values().values());
    }
}
