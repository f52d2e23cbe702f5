package akin.models.settings;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with the values of one record of settings. */
public final class InvalidSettingsException extends IllegalArgumentException {
    private final transient List<Invalid> all;

    /**
     * One wrong value.
     *
     * @param key as the configuration calls it
     * @param allowed what may stand there
     */
    public record Invalid(String key, Object value, String allowed) {
        @Override
        public String toString() {
            return key + " is " + value + ", allowed is " + allowed;
        }
    }

    InvalidSettingsException(List<Invalid> all) {
        super(all.stream().map(Invalid::toString).collect(Collectors.joining("; ")));
        this.all = List.copyOf(all);
    }

    public List<Invalid> all() {
        return all;
    }
}
