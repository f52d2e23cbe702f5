package akin.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release as somebody unpacks it who has a JDK and nothing else. */
class ReleaseIT {
    private static final Path ARCHIVE = Path.of(System.getProperty("akin.release"));

    @TempDir
    private static Path folder;

    private static Path home;

    private record Ended(int code, String told) {}

    @BeforeAll
    static void unpack() throws Exception {
        assertThat(run(folder, List.of("tar", "xzf", ARCHIVE.toString())).code())
                .isZero();
        try (Stream<Path> unpacked = Files.list(folder)) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static Ended akin(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("akin").toString()));
        command.addAll(List.of(arguments));
        return run(folder, command);
    }

    /** Runs with the tools of the operating system, but without Maven. */
    private static Ended run(Path where, List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "run", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("FLINK_HOME");
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(log));
    }

    @Test
    void theDemoRuns() throws Exception {
        Ended demo =
                akin("demo", "--events", "2000", "--out", folder.resolve("demo").toString());

        assertThat(demo.code()).as(demo.told()).isZero();
        JsonNode metrics =
                new ObjectMapper().readTree(folder.resolve("demo/metrics.json").toFile());
        assertThat(metrics.path("events").asInt()).isEqualTo(2000);
        assertThat(metrics.path("visits").asInt()).isGreaterThan(1900);
    }

    @Test
    void eachJarIsThere() throws Exception {
        assertThat(akin("run", "--conf", "none.yaml"))
                .satisfies(run -> assertThat(run.code()).as(run.told()).isEqualTo(2))
                .satisfies(run -> assertThat(run.told()).contains("there is no configuration file none.yaml"));
        assertThat(akin("cluster", "status"))
                .satisfies(run -> assertThat(run.code()).as(run.told()).isEqualTo(1))
                .satisfies(run -> assertThat(run.told()).contains("there is no cluster in"));
        assertThat(akin("similar", "catalogue", "none.csv"))
                .satisfies(run -> assertThat(run.code()).as(run.told()).isEqualTo(2))
                .satisfies(run -> assertThat(run.told()).contains("there is no catalogue none.csv"));
        assertThat(akin("bench"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1))
                .satisfies(run -> assertThat(run.told()).contains("akin: bench is not part of a release"));
    }

    @Test
    void saysItsVersion() throws Exception {
        Ended version = akin("--version");

        assertThat(version.told()).contains(home.getFileName().toString().replace('-', ' '));
        assertThat(ARCHIVE.getFileName().toString())
                .startsWith(home.getFileName().toString());
    }

    @Test
    void holdsWhatAnOperatorNeeds() {
        for (String file : List.of(
                "README.md",
                "LICENSE",
                "CHANGELOG.md",
                "conf/akin.yaml",
                "conf/config.yaml",
                "docs/operations.md",
                "k8s/base/deployment.yaml",
                "lib/akin.jar")) {
            assertThat(home.resolve(file)).isRegularFile();
        }
        assertThat(home.resolve("pom.xml")).doesNotExist();
    }
}
