package akin.jobs.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/** Gives Kafka's clients what {@code ${file:/path}} refers to, when they are made: the content of the file, without blanks around it. */
public final class SecretFiles implements ConfigProvider {
    @Override
    public void configure(Map<String, ?> configuration) {}

    @Override
    public ConfigData get(String path) {
        return new ConfigData(Map.of());
    }

    /** Kafka takes a path with a colon apart. */
    @Override
    public ConfigData get(String path, Set<String> keys) {
        Map<String, String> found = new HashMap<>();
        for (String key : keys) {
            String file = path == null || path.isEmpty() ? key : path + ":" + key;
            String content = Secrets.content(file);
            if (content == null) {
                throw new ConfigException("there is no file " + file + " that can be read, which a property refers to");
            }
            found.put(key, content);
        }
        return new ConfigData(found);
    }

    @Override
    public void close() {}
}
