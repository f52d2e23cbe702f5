package akin.jobs.config;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads moments: ISO-8601 with an offset, or epoch milliseconds. */
final class Times {
    private Times() {}

    static long of(Config config, String key) {
        String text = config.text(key);
        try {
            return text.matches("\\d{1,15}")
                    ? Long.parseLong(text)
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            config.problem(key, text, "a time such as 2026-01-31T12:00:00Z, or epoch milliseconds");
            return 0;
        }
    }
}
