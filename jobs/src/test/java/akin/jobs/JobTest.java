package akin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The job's main class as {@code flink run} and a user call it. */
class JobTest {
    @Test
    void takesTheValueOfAnOptionBehindABlankOrAnEqualsSign() {
        Arguments blanks = Arguments.parse(
                "run",
                "--conf",
                "a.yaml",
                "--set",
                "a=b=c",
                "--parallelism",
                "3",
                "--create-topics",
                "--from",
                "latest",
                "-D",
                "x.y=z=1");
        Arguments equals = Arguments.parse(
                "run",
                "--conf=a.yaml",
                "--set=a=b=c",
                "--parallelism=3",
                "--create-topics",
                "--from=latest",
                "-Dx.y=z=1");

        assertThat(equals).isEqualTo(blanks);
        assertThat(blanks.conf()).isEqualTo(Path.of("a.yaml"));
        assertThat(blanks.assignments()).containsExactly("a=b=c", "stream.parallelism=3");
        assertThat(blanks.flink()).containsExactly(Map.entry("x.y", "z=1"));
        assertThat(blanks.from()).isEqualTo("latest");
        assertThat(blanks.createTopics()).isTrue();
    }

    @Test
    void startsFromAPathOnThisMachineOrFromAnyUri() {
        assertThat(Arguments.parse("run", "--from", "s3://bucket/chk-1").from()).isEqualTo("s3://bucket/chk-1");
        assertThat(Arguments.parse("run", "--from", "some where").from())
                .isEqualTo(Path.of("some where").toUri().toString())
                .startsWith("file:///")
                .endsWith("some%20where");
    }

    @Test
    void namesEachOptionInItsHelp() {
        assertThat(Job.execute("run", "--help")).isZero();
        assertThat(Arguments.HELP)
                .contains("--conf", "--set", "-D", "--parallelism", "--from", "--create-topics", "latest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "walk",
                "run --conf",
                "run --cnof none.yaml",
                "run --create-topics=yes",
                "run --conf none.yaml",
                "run -D nothing",
                "run --set nonsense",
                "run --set sessions.window=0"
            })
    void wrongUsageExitsWithTwo(String arguments) {
        assertThat(Job.execute(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "run --conf none.yaml, there is no configuration file none.yaml",
        "run --cnof none.yaml, Unknown option",
        "run --set kafka.bootstrap_servers=nowhere.invalid:1, Kafka at nowhere.invalid:1 can't be used"
    })
    void onAClusterItFailsInsteadOfEndingTheProcess(String arguments, String told) {
        TestStreamEnvironment.setAsContext(null, 1);
        try {
            assertThatThrownBy(() -> Job.main(arguments.split(" "))).hasMessageContaining(told);
        } finally {
            TestStreamEnvironment.unsetAsContext();
        }
    }
}
