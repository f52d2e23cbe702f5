package akin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void theDeepestCauseIsTold() {
        String trace = """
                java.util.concurrent.CompletionException: java.lang.RuntimeException: wrapped
                	at a.B.c(B.java:1)
                Caused by: java.lang.RuntimeException: wrapped
                	... 3 more
                Caused by: org.apache.flink.util.StateMigrationException: The new state serializer must not be incompatible
                	... 9 more
                """;

        assertThat(Causes.plain(trace)).isEqualTo("The new state serializer must not be incompatible");
    }

    @Test
    void aMessageOfSeveralLinesIsToldWhole() {
        String trace = """
                org.apache.flink.client.program.ProgramInvocationException: The main method caused an error
                	at a.B.c(B.java:1)
                Caused by: akin.jobs.config.ConfigurationException: the configuration has 1 problem:
                  no_such_key: is no key
                	at a.B.c(B.java:1)
                	... 9 more
                """;

        assertThat(Causes.plain(trace)).isEqualTo("the configuration has 1 problem:\n  no_such_key: is no key");
    }

    @Test
    void aFullDiskIsCalledThat() {
        String trace =
                "java.io.IOException: Could not flush\nCaused by: java.io.IOException: No space left on device\n";

        assertThat(Causes.plain(trace)).isEqualTo("the disk is full (No space left on device)");
    }

    @Test
    void anExceptionWithoutMessageKeepsItsName() {
        assertThat(Causes.plain("java.lang.NullPointerException\n\tat a.B.c(B.java:1)\n"))
                .isEqualTo("java.lang.NullPointerException");
    }

    @Test
    void noTraceIsNoReason() {
        assertThat(Causes.plain("")).isEqualTo("no reason given");
    }
}
