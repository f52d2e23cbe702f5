package akin.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** What Flink's client prints. */
class FlinkRunTest {
    @Test
    void anAcceptedJobHasAnId() {
        assertThat(FlinkRun.jobId("Job has been submitted with JobID 0fe2451e5f29de23eb020d3b3373476b\n"))
                .isEqualTo("0fe2451e5f29de23eb020d3b3373476b");
    }

    @Test
    void whatTheJobSaysIsPassedOn() {
        String printed = "SLF4J: no binding\ngoes on from file:/x; where that knows no position, events is read\n"
                + "akin: warning: the secret a.b is written out\nJob has been submitted with JobID 0f\n";

        assertThat(FlinkRun.told(printed))
                .containsExactly(
                        "goes on from file:/x; where that knows no position, events is read",
                        "akin: warning: the secret a.b is written out");
    }

    @Test
    void aWrongConfigurationIsTheUsersMistake() {
        String printed = "org.apache.flink.client.program.ProgramInvocationException: The main method caused an error\n"
                + "Caused by: akin.jobs.config.ConfigurationException: the configuration has 1 problem:\n"
                + "  no_such_key: is no key\n"
                + "\tat a.B.c(B.java:1)\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlinkRun.jobId(printed))
                .withMessage("the configuration has 1 problem:\n  no_such_key: is no key");
    }

    @Test
    void anythingElseIsAFailure() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FlinkRun.jobId("java.io.IOException: no route to host\n\tat a.B.c(B.java:1)\n"))
                .withMessage("the job was not accepted: no route to host");
    }
}
