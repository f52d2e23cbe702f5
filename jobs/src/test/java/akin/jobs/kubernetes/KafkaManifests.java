package akin.jobs.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of Akin's user in {@code k8s/kafka/user.yaml}, as Strimzi would give them. */
public final class KafkaManifests {
    private KafkaManifests() {}

    /** The rights, one by one. */
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
