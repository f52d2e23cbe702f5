package akin.jobs.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.KafkaSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** Topics, rights and secrets agree with what the job asks Kafka for. */
class KafkaManifestsTest {
    private final Manifests kafka;
    private final JsonNode akin;
    private final JsonNode volumes;
    private final KafkaSettings settings = AkinSettings.defaults().kafka();
    private final KafkaSettings.Topics topics = settings.topics();
    private final List<AclBinding> rights;

    KafkaManifestsTest() throws IOException {
        kafka = Manifests.of("kafka");
        akin = Yaml.file(Manifests.FOLDER.resolve("base/akin.yaml")).path("kafka");
        volumes = Manifests.of("base").only("FlinkDeployment").at("/spec/podTemplate/spec/volumes");
        rights = Deployed.rights();
    }

    private List<String> named(ResourceType type, AclOperation operation) {
        return rights.stream()
                .filter(right -> right.pattern().resourceType() == type)
                .filter(right -> right.entry().operation() == operation)
                .map(right -> right.pattern().name())
                .toList();
    }

    @Test
    void theTopicsOfTheConfigurationAreMade() {
        assertThat(kafka.ofKind("KafkaTopic"))
                .extracting(topic -> topic.at("/metadata/name").asText())
                .containsExactlyInAnyOrder(
                        topics.events(),
                        topics.catalog(),
                        topics.rankings(),
                        topics.metrics(),
                        topics.deadLetters(),
                        topics.late(),
                        topics.control());
        assertThat(akin.has("topics")).as("the default names hold").isFalse();
        assertThat(kafka.ofKind("KafkaTopic"))
                .filteredOn(topic ->
                        topic.at("/spec/config/cleanup.policy").asText().equals("compact"))
                .extracting(topic -> topic.at("/metadata/name").asText())
                .containsExactly(topics.catalog());
    }

    @Test
    void theUserMayReadWhatComesInAndWriteWhatGoesOut() {
        assertThat(named(ResourceType.TOPIC, AclOperation.READ))
                .containsExactlyInAnyOrder(topics.events(), topics.catalog(), topics.control());
        assertThat(named(ResourceType.TOPIC, AclOperation.WRITE))
                .containsExactlyInAnyOrder(topics.rankings(), topics.metrics(), topics.deadLetters(), topics.late());
        assertThat(named(ResourceType.GROUP, AclOperation.READ)).containsExactly(settings.group());
        assertThat(named(ResourceType.TRANSACTIONAL_ID, AclOperation.WRITE)).containsExactly(settings.group() + "-");
    }

    @Test
    void theSecretsAreThoseThatStrimziMakesForUserAndCluster() throws IOException {
        String cluster = Yaml.file(Manifests.FOLDER.resolve("kafka/kustomization.yaml"))
                .at("/labels/0/pairs/strimzi.io~1cluster")
                .asText();

        assertThat(volumes)
                .anySatisfy(volume -> assertThat(volume.at("/secret/secretName"))
                        .isEqualTo(kafka.only("KafkaUser").at("/metadata/name")));
        assertThat(volumes)
                .anySatisfy(volume ->
                        assertThat(volume.at("/secret/secretName").asText()).isEqualTo(cluster + "-cluster-ca-cert"));
        assertThat(akin.path("bootstrap_servers").asText()).startsWith(cluster + "-kafka-bootstrap.kafka:");
    }

    @Test
    void theLoginIsOfTheKindThatTheUserHas() {
        assertThat(akin.at("/properties/sasl.mechanism").asText())
                .isEqualToIgnoringCase(
                        kafka.only("KafkaUser").at("/spec/authentication/type").asText());
        assertThat(akin.at("/properties/security.protocol").asText()).isEqualTo("SASL_SSL");
    }
}
