package akin.jobs.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ports are opened that Flink listens on, and no others. */
class NetworkTest {
    private static final List<String> BETWEEN_PROCESSES = List.of(
            "taskmanager.data.port", "taskmanager.rpc.port", "jobmanager.rpc.port", "blob.server.port", "rest.port");

    private final Manifests base;
    private final JsonNode flink;
    private final JsonNode policy;

    NetworkTest() throws IOException {
        base = Manifests.of("base");
        flink = base.only("FlinkDeployment").at("/spec/flinkConfiguration");
        policy = base.only("NetworkPolicy").path("spec");
    }

    private static List<Integer> ports(JsonNode rule) {
        List<Integer> ports = new ArrayList<>();
        rule.path("ports").forEach(port -> ports.add(port.path("port").asInt()));
        return ports;
    }

    private int port(String key) {
        return flink.path(key).asInt();
    }

    @Test
    void podsTalkToEachOther() {
        JsonNode rule = policy.at("/ingress/0");

        assertThat(rule.at("/from/0/podSelector")).isEqualTo(policy.path("podSelector"));
        assertThat(ports(rule))
                .containsExactlyElementsOf(
                        BETWEEN_PROCESSES.stream().map(this::port).toList());
        assertThat(Manifests.texts(policy.path("policyTypes"))).containsExactly("Ingress", "Egress");
    }

    @Test
    void theOperatorAndPrometheusComeInByOnePortEach() {
        assertThat(policy.path("ingress")).hasSize(3);
        assertThat(ports(policy.at("/ingress/1"))).containsExactly(port("rest.port"));
        assertThat(ports(policy.at("/ingress/2"))).containsExactly(port("metrics.reporter.prom.port"));
        assertThat(policy.path("ingress"))
                .allSatisfy(rule -> assertThat(rule.path("from")).isNotEmpty());
    }

    @Test
    void prometheusScrapesThePortThatTheReporterListensOn() {
        JsonNode port = base.only("FlinkDeployment").at("/spec/podTemplate/spec/containers/0/ports/0");
        JsonNode monitor = base.only("PodMonitor").path("spec");

        assertThat(monitor.at("/podMetricsEndpoints/0/port")).isEqualTo(port.path("name"));
        assertThat(port.path("containerPort").asInt()).isEqualTo(port("metrics.reporter.prom.port"));
        assertThat(monitor.path("selector")).isEqualTo(policy.path("podSelector"));
    }

    /** Flink labels its pods with the name of their deployment. */
    @Test
    void selectsThePodsOfTheDeployment() {
        assertThat(policy.at("/podSelector/matchLabels/app"))
                .isEqualTo(base.only("FlinkDeployment").at("/metadata/name"));
    }
}
