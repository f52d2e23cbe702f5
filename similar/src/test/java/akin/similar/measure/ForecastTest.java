package akin.similar.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.similar.index.HnswSettings;
import akin.similar.index.Reach;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Reach WALK = new Reach(10, 100, 1, 0);
    private static final Reach SCAN = new Reach(10, 100, 1, 1_000_000);

    @Test
    void foretellsWhatTheModelMakes() {
        // 2 and 4 indexes of 2^10 rows each: a build of a row takes 10 units, a query of an index 1000 units.
        Forecast forecast = new Forecast(List.of(
                new Forecast.Measured(2048, 2, WALK, 2048 * 10 * 3e-6, 2 * 1000 * 5e-7, 0),
                new Forecast.Measured(4096, 4, WALK, 4096 * 10 * 3e-6, 4 * 1000 * 5e-7, 0),
                new Forecast.Measured(4096, 4, SCAN, 4096 * 10 * 3e-6, 4096 * 7e-9, 0)));

        Forecast.Measured larger = new Forecast.Measured(1 << 20, 16, WALK, 0, 0, 0);
        assertThat(forecast.build(larger)).isCloseTo((1 << 20) * 16 * 3e-6, within(1e-9));
        assertThat(forecast.query(larger)).isCloseTo(16 * 100 * 16 * 5e-7, within(1e-12));
        assertThat(forecast.query(new Forecast.Measured(1 << 20, 16, SCAN, 0, 0, 0)))
                .isCloseTo((1 << 20) * 7e-9, within(1e-12));
    }

    @Test
    void theBenchPrintsIt() throws Exception {
        StringWriter out = new StringWriter();
        Measurement.ofGenerated(600, 16, 20, 10)
                .run(
                        List.of(1, 3),
                        new HnswSettings(16, 100, 128, 4, 200),
                        List.of(SCAN),
                        2,
                        new PrintWriter(out, true));

        assertThat(out.toString().lines().filter(line -> line.contains("scan")))
                .hasSize(2)
                .allMatch(line -> line.contains("1.0000      1.0000   1.0000"));
        assertThat(out.toString()).contains("forecast for machines of 2 cores", " 100000000 ");
    }
}
