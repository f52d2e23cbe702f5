package akin.jobs.config;

import akin.models.settings.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * What is refused of a message before it is understood.
 *
 * @param maxSkew how much later than its message's arrival an event may be dated
 */
public record WireLimits(int maxBytes, int maxDepth, int maxNumberLength, Duration maxSkew) implements Serializable {
    public WireLimits {
        Checks.of("wire")
                .range("max_bytes", maxBytes, 64, 16 << 20)
                .range("max_depth", maxDepth, 2, 1000)
                .range("max_number_length", maxNumberLength, 13, 1000)
                .notNegative("max_skew", maxSkew)
                .verify();
    }

    static WireLimits of(Config config) {
        return config.make(() -> new WireLimits(
                config.integer("wire.max_bytes"),
                config.integer("wire.max_depth"),
                config.integer("wire.max_number_length"),
                config.duration("wire.max_skew")));
    }
}
