package akin.jobs.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.test.KafkaClusterTestKit;

/**
 * A broker as a shop runs it: clients come by TLS, log in by SCRAM, and may do only what they were allowed. A second
 * listener without all that is the administrator's.
 */
final class SecureBroker implements AutoCloseable {
    private static final String SECURE = "SECURE";

    private final KafkaClusterTestKit kafka;

    SecureBroker(Certificate certificate) throws Exception {
        kafka = Broker.start(settings(certificate));
    }

    private static Map<String, String> settings(Certificate certificate) {
        return Map.ofEntries(
                Map.entry("listeners", "EXTERNAL://localhost:0,CONTROLLER://localhost:0,SECURE://localhost:0"),
                Map.entry(
                        "listener.security.protocol.map",
                        "EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT," + SECURE + ":SASL_SSL"),
                Map.entry("sasl.enabled.mechanisms", ScramMechanism.SCRAM_SHA_512.mechanismName()),
                Map.entry(
                        "listener.name.secure.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", certificate.keyStore().toString()),
                Map.entry("ssl.keystore.password", certificate.password()),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:ANONYMOUS"));
    }

    /** Where clients come by TLS. */
    String address() {
        return "localhost:" + kafka.brokers().get(0).boundPort(ListenerName.normalised(SECURE));
    }

    /** Where everything is allowed. */
    String administration() {
        return kafka.bootstrapServers();
    }

    /** Adds a user who can log in with a password, and may do what is given. */
    void allow(String user, String password, Collection<AclBinding> what) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", administration()))) {
            ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, scram, password)))
                    .all()
                    .get();
            admin.createAcls(what).all().get();
        }
    }

    @Override
    public void close() throws Exception {
        kafka.close();
    }
}
