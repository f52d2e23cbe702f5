package akin.models.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akin.models.memory.Memory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final Memory memory = new Memory();
    private final Parameters parameters = new Parameters(memory, "network", 1);
    private final Parameter first = parameters.add("first", 30, 20, Initial.xavier());
    private final Parameter second = parameters.add("second", 20, 30, Initial.xavier());

    private static Parameters over(Memory saved, Memory memory) {
        Parameters parameters = new Parameters(memory, "network", 2);
        saved.forEachPage(memory::load);
        return parameters;
    }

    @Test
    void startUniformlyByTheNamesOfNetworkAndParameter() {
        double most = Math.sqrt(6.0 / 50);
        assertThat(first.values().values()).hasSize(600);
        assertThat(IntStream.range(0, 600).mapToDouble(i -> first.values().values()[i]))
                .allMatch(x -> Math.abs(x) <= most)
                .anyMatch(x -> Math.abs(x) > 0.95 * most);
        assertThat(IntStream.range(0, 600)
                        .mapToDouble(i -> first.values().values()[i])
                        .average()
                        .orElseThrow())
                .isCloseTo(0, within(0.03));
        assertThat(second.values().values()).isNotEqualTo(first.values().values());
        Parameter same = new Parameters(new Memory(), "network", 1).add("first", 30, 20, Initial.xavier());
        Parameter other = new Parameters(new Memory(), "other", 1).add("first", 30, 20, Initial.xavier());
        assertThat(same.values().values()).isEqualTo(first.values().values());
        assertThat(other.values().values()).isNotEqualTo(first.values().values());
    }

    @Test
    void areFoundByNameInWhateverOrderTheyAreAdded() {
        Memory memory = new Memory();
        Parameters restored = over(this.memory, memory);
        Parameter added = restored.add("added", 3, 3, Initial.constant(4));
        Parameter secondAgain = restored.add("second", 20, 30, Initial.constant(5));

        assertThat(secondAgain.values().values()).isEqualTo(second.values().values());
        assertThat(added.values().values()).containsOnly(4);

        Parameters again = over(memory, new Memory());
        assertThat(again.add("first", 30, 20, Initial.constant(6)).values().values())
                .isEqualTo(first.values().values());
        assertThat(again.add("added", 3, 3, Initial.constant(6)).values().values())
                .containsOnly(4);
    }

    @Test
    void areReadAgainWhenMemoryIsLoadedAfterwards() {
        Memory memory = new Memory();
        Parameters late = new Parameters(memory, "network", 2);
        Parameter secondLate = late.add("second", 20, 30, Initial.constant(5));
        Parameter added = late.add("added", 3, 3, Initial.constant(4));
        this.memory.forEachPage(memory::load);
        late.loaded();

        assertThat(secondLate.values().values()).isEqualTo(second.values().values());
        assertThat(added.values().values()).containsOnly(4);
        assertThat(late.firstBlock(1)).isEqualTo(20);
    }

    @Test
    void refuseAnotherShape() {
        Parameters restored = over(memory, new Memory());

        assertThatThrownBy(() -> restored.add("first", 20, 30, Initial.xavier()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("parameter 'first' of network is 30×20 in the savepoint, here it is 20×30: "
                        + "a setting that shapes it has changed");
        assertThatThrownBy(() -> parameters.add("first", 30, 20, Initial.xavier()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network has two parameters 'first'");
    }
}
