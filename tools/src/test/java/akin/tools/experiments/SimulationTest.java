package akin.tools.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    private static final PrintStream NOWHERE = new PrintStream(new ByteArrayOutputStream());

    @TempDir
    private Path folder;

    private JsonNode run(int runs, double effect, double split, int users) throws IOException {
        Path file =
                Simulations.experiments(new SimulationSettings(runs, effect, split, users, 100, 5), folder, NOWHERE);
        return new ObjectMapper().readTree(Files.readString(file));
    }

    @Test
    void withoutAnEffectFewAreRejectedAndPeekingRejectsMany() throws Exception {
        JsonNode result = run(200, 0, 0.5, 3000);

        assertThat(result.path("runs").asInt()).isEqualTo(200);
        assertThat(result.path("sequential").path("rejected").asDouble()).isLessThan(0.06);
        assertThat(result.path("sequential").path("coverage").asDouble()).isGreaterThan(0.94);
        assertThat(result.path("sequential").path("median_users_to_decision").isNull())
                .isTrue();
        assertThat(result.path("fixed_with_peeking").path("rejected").asDouble())
                .isGreaterThan(0.15);
        assertThat(result.path("fixed_once").path("rejected").asDouble()).isBetween(0.0, 0.12);
        assertThat(result.path("mismatch_alarms").asDouble()).isLessThan(0.03);
    }

    @Test
    void aLargeEffectIsFound() throws Exception {
        JsonNode result = run(40, 0.4, 0.5, 0);

        assertThat(result.path("sequential").path("rejected").asDouble()).isGreaterThan(0.75);
        assertThat(result.path("sequential").path("median_users_to_decision").asLong())
                .isPositive();
        assertThat(result.path("fixed_once").path("rejected").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void aGreatMismatchIsAlarmed() throws Exception {
        assertThat(run(20, 0, 0.55, 10_000).path("mismatch_alarms").asDouble()).isEqualTo(1);
    }

    /** The same seed gives the same figures on any number of cores. */
    @Test
    void aRunRepeats() throws Exception {
        assertThat(run(10, 0.1, 0.5, 2000)).isEqualTo(run(10, 0.1, 0.5, 2000));
    }

    @Test
    void interleavingNeedsFarFewerUsers() throws Exception {
        Path file = Simulations.rankers(8, 1, folder, NOWHERE);
        JsonNode result = new ObjectMapper().readTree(Files.readString(file));

        assertThat(result.path("interleaving").path("right").asDouble()).isEqualTo(1);
        assertThat(result.path("ab").path("median_users").asDouble())
                .isGreaterThan(
                        5 * result.path("interleaving").path("median_users").asDouble());
    }
}
