package akin.jobs.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names the constants of enums as the configuration does: {@code event-time}. */
final class Constants {
    private Constants() {}

    /** Returns the constant of a name, or null when there is none. */
    static <E extends Enum<E>> E of(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Returns all names, for messages that say what is allowed. */
    static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Constants::name).collect(Collectors.joining(", "));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
