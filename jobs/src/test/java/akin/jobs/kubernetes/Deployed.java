package akin.jobs.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What {@code k8s/} says of Kafka and of metrics, for tests with a broker. */
public final class Deployed {
    private static final Pattern METRIC = Pattern.compile("flink_[A-Za-z0-9_]+");

    private Deployed() {}

    /** The configuration of the job, with secrets in other folders than those of the pod. */
    public static String configuration(Path user, Path authority) throws IOException {
        return Files.readString(Manifests.FOLDER.resolve("base/akin.yaml"))
                .replace("/opt/akin/secrets/user", user.toString())
                .replace("/opt/akin/secrets/ca", authority.toString());
    }

    /** Names of the metrics that the dashboard and the alerts ask for. */
    public static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("base/dashboard.json", "base/monitoring.yaml")) {
            Matcher name = METRIC.matcher(Files.readString(Manifests.FOLDER.resolve(file)));
            while (name.find()) {
                names.add(name.group());
            }
        }
        return names;
    }

    /** Ids of the job's vertices that the autoscaler leaves alone. */
    public static List<String> unscaled() throws IOException {
        JsonNode flink = Manifests.of("overlays/prod").only("FlinkDeployment").at("/spec/flinkConfiguration");
        return List.of(flink.path("job.autoscaler.vertex.exclude.ids").asText().split(";"));
    }

    /** The rights of Akin's user, one by one, as Strimzi would give them. */
    public static List<AclBinding> rights() throws IOException {
        JsonNode user = Manifests.of("kafka").only("KafkaUser");
        String principal = "User:" + user.at("/metadata/name").asText();
        List<AclBinding> rights = new ArrayList<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            for (String operation : Manifests.texts(acl.path("operations"))) {
                rights.add(new AclBinding(pattern(acl.path("resource")), entry(principal, operation)));
            }
        }
        return rights;
    }

    private static ResourcePattern pattern(JsonNode resource) {
        String type = resource.path("type").asText().replace("transactionalId", "transactional_id");
        boolean isPrefix = resource.path("patternType").asText().equals("prefix");
        return new ResourcePattern(
                ResourceType.fromString(type),
                resource.path("name").asText(),
                isPrefix ? PatternType.PREFIXED : PatternType.LITERAL);
    }

    private static AccessControlEntry entry(String principal, String operation) {
        return new AccessControlEntry(
                principal, "*", AclOperation.fromString(operation.toUpperCase(Locale.ROOT)), AclPermissionType.ALLOW);
    }
}
