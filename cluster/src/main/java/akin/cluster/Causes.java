package akin.cluster;

import java.util.List;
import java.util.stream.Collectors;

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
        List<String> lines = stackTrace.strip().lines().toList();
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).strip().startsWith(CAUSED) ? i : last;
        }
        String cause = lines.subList(last, lines.size()).stream()
                .takeWhile(line -> !isFrame(line))
                .collect(Collectors.joining("\n"))
                .strip();
        return cause.isEmpty() ? "no reason given" : withoutClass(cause.replaceFirst("^" + CAUSED, ""));
    }

    /** A message may have several lines; they end where the frames begin. */
    private static boolean isFrame(String line) {
        return line.strip().startsWith("at ") || line.strip().startsWith("... ");
    }

    private static String withoutClass(String cause) {
        int colon = cause.indexOf(": ");
        boolean isClass = colon > 0 && cause.substring(0, colon).matches("[\\w.$]+");
        return isClass ? withoutClass(cause.substring(colon + 2)) : cause;
    }
}
