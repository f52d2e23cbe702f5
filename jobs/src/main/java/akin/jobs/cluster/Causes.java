package akin.jobs.cluster;

import java.util.List;

/** Finds what a Java stack trace is about. */
final class Causes {
    private static final String CAUSED = "Caused by: ";
    private static final List<String> FULL = List.of("No space left on device", "Disk quota exceeded");

    private Causes() {}

    /** The last cause of a stack trace, without the class of the exception where there is a message. */
    static String plain(String stackTrace) {
        for (String full : FULL) {
            if (stackTrace.contains(full)) {
                return "the disk is full (" + full + ")";
            }
        }
        String cause = stackTrace.strip().lines().findFirst().orElse("no reason given");
        for (String line : stackTrace.lines().toList()) {
            if (line.strip().startsWith(CAUSED)) {
                cause = line.strip().substring(CAUSED.length());
            }
        }
        return withoutClass(cause);
    }

    private static String withoutClass(String cause) {
        int colon = cause.indexOf(": ");
        boolean isClass = colon > 0 && cause.substring(0, colon).matches("[\\w.$]+");
        return isClass ? withoutClass(cause.substring(colon + 2)) : cause;
    }
}
