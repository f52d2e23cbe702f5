package akin.models.memory;

/**
 * A setting under which bytes have their meaning: memory that was written under another value can't be read as it is.
 *
 * @param key its name in the configuration
 */
public record Setting(String key, String value) {
    public Setting(String key, int value) {
        this(key, String.valueOf(value));
    }
}
