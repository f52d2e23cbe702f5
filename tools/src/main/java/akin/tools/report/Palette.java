package akin.tools.report;

import java.util.List;

/** How the n-th of several things looks: eight colours that colour-blind people can tell apart, and dashes. */
final class Palette {
    static final int COLOURS = 8;
    private static final List<String> DASHES = List.of("none", "7 3", "2 3", "9 3 2 3");

    private Palette() {}

    /** The colour of lines and fills inside, from the style sheet. */
    static String colour(int n) {
        return "--c:var(--c" + n % COLOURS + ")";
    }

    static String dashes(int n) {
        return DASHES.get((n + n / COLOURS) % DASHES.size());
    }
}
