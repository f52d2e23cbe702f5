package akin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import org.apache.flink.configuration.RestOptions;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private final AkinSettings settings = AkinSettings.defaults();

    @Test
    void theConsoleListensOnTheLoopbackAddress() {
        assertThat(Environments.live(settings, null).getConfiguration().get(RestOptions.BIND_ADDRESS))
                .isEqualTo("localhost");
        assertThat(Environments.local(settings, null, false).getConfiguration().get(RestOptions.BIND_ADDRESS))
                .isEqualTo("localhost");
    }
}
