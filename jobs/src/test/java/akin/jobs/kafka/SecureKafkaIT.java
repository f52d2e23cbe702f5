package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.jobs.config.AkinSettings;
import akin.jobs.kubernetes.Deployed;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The job in a JVM of its own against a broker that wants TLS, a password and rights. */
class SecureKafkaIT {
    private static final String PASSWORD = "tr0ub4dor-and-3";
    private static final String STORE_PASSWORD = "correct-horse-9";

    @TempDir
    private static Path stores;

    private static SecureBroker broker;
    private static Certificate certificate;
    private static Certificate other;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBroker() throws Exception {
        certificate = Certificate.forLocalhost(stores, "broker", STORE_PASSWORD);
        other = Certificate.forLocalhost(stores, "other", STORE_PASSWORD);
        broker = new SecureBroker(certificate);
        new Topics(AkinSettings.load(null, List.of("kafka.bootstrap_servers=" + broker.administration()))
                        .kafka())
                .check(true);
        broker.allow("akin", PASSWORD, Deployed.rights());
        broker.allow("stranger", PASSWORD, List.of());
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    /** The configuration of {@code k8s/}, with secrets as Strimzi writes them. */
    private Path configuration() throws IOException {
        Files.writeString(folder.resolve("sasl.jaas.config"), login("akin", PASSWORD));
        Files.copy(certificate.exported(), folder.resolve("ca.crt"));
        return Files.writeString(folder.resolve("akin.yaml"), Deployed.configuration(folder, folder));
    }

    private List<String> here() {
        return List.of(
                "kafka.bootstrap_servers=" + broker.address(),
                "kafka.delivery=exactly-once",
                "checkpoints.interval=500ms",
                "checkpoints.directory=" + folder.resolve("checkpoints").toUri(),
                "stream.quality_every=1s",
                "stream.parallelism=1");
    }

    /** Another way to say the same. */
    private List<String> assignments(String... more) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        List<String> assignments = new ArrayList<>(here());
        assignments.addAll(List.of(
                "kafka.properties.security.protocol=SASL_SSL",
                "kafka.properties.sasl.mechanism=SCRAM-SHA-512",
                "kafka.properties.sasl.jaas.config=" + login("akin", "${file:" + password + "}"),
                "kafka.properties.ssl.truststore.location=" + certificate.trustStore(),
                "kafka.properties.ssl.truststore.type=PKCS12",
                "kafka.properties.ssl.truststore.password=" + STORE_PASSWORD));
        assignments.addAll(List.of(more));
        return assignments;
    }

    /** Starts the job, which logs all that it says of itself. */
    private Process start(Path log, List<String> options, List<String> assignments) throws IOException {
        Path logging = Path.of(System.getProperty("akin.root"), "jobs/src/test/resources/log4j-everything.properties");
        return OwnJvm.run(log, List.of("-Dlog4j2.configurationFile=" + logging), options, assignments);
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    @Test
    void worksWithNoMoreRightsThanItNeedsAndTellsNoSecret() throws Exception {
        TestClient shop = new TestClient(broker.administration());
        Path log = folder.resolve("log");
        Process job = start(log, List.of("--conf", configuration().toString()), here());
        try {
            shop.sendViews("events", 0, 200);
            shop.send("events", "x", "{\"event_id\":\"broken");
            List<JsonNode> rankings = shop.read("rankings", "ranking_id", 200);
            assertThat(rankings).hasSize(200);
            assertThat(shop.read("dead-letters", "origin", 1)).hasSize(1);
            assertThat(shop.read("metrics", "timestamp", 1)).isNotEmpty();
        } finally {
            job.destroy();
            job.waitFor();
        }
        assertThat(Files.readString(log))
                .contains("sasl.jaas.config = [hidden]")
                .doesNotContain(PASSWORD);
    }

    static Stream<Arguments> refusals() {
        String jaas = "kafka.properties.sasl.jaas.config=";
        String trusted = "kafka.properties.ssl.truststore.location=";
        return Stream.of(
                Arguments.of("a wrong password", jaas + login("akin", "guess-7"), "invalid credentials"),
                Arguments.of("an unknown user", jaas + login("nobody", PASSWORD), "invalid credentials"),
                Arguments.of("a user without rights", jaas + login("stranger", PASSWORD), "may not see them"),
                Arguments.of("another certificate", trusted + other.trustStore(), "unable to find valid certification"),
                Arguments.of("no trust store", trusted + stores.resolve("none.p12"), "none.p12"),
                Arguments.of("a broken login", jaas + login("akin", PASSWORD).replace(";", ""), "JAAS"),
                Arguments.of(
                        "a port without TLS",
                        "kafka.bootstrap_servers=" + broker.administration(),
                        "check the address and security.protocol"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void saysWhyItIsRefused(String name, String assignment, String reason) throws Exception {
        Topics topics =
                new Topics(AkinSettings.load(null, assignments(assignment)).kafka());

        assertThatThrownBy(() -> topics.check(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason)
                .satisfies(failure -> assertThat(ExceptionUtils.stringifyException(failure))
                        .doesNotContain(PASSWORD)
                        .doesNotContain(STORE_PASSWORD)
                        .doesNotContain("guess-7"));
    }

    @Test
    void doesNotStartWhereItIsRefused() throws Exception {
        Path log = folder.resolve("log");
        String guess = "kafka.properties.sasl.jaas.config=" + login("akin", "guess-7");
        Process job = start(log, List.of(), assignments(guess));

        assertThat(job.waitFor()).isEqualTo(1);
        assertThat(Files.readString(log))
                .contains("akin: failed: Kafka at " + broker.address() + " can't be used: Authentication failed")
                .contains("ssl.truststore.password = [hidden]")
                .doesNotContain("guess-7")
                .doesNotContain(STORE_PASSWORD);
    }
}
