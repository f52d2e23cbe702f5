package akin.tools.command;

import akin.tools.replay.LogJob;
import java.io.PrintStream;
import java.util.Map;

/** One line on a terminal that says how far the job is; nothing where the output is not a terminal. */
final class ProgressLine implements LogJob.Progress {
    private final PrintStream out;
    private final boolean terminal = System.console() != null;
    private final long start = System.nanoTime();

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(Map<String, Long> counts) {
        if (terminal) {
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    "\r%,d events, %,d visits learned, %,d rankings, %.0f s ",
                    counts.getOrDefault("events", 0L),
                    counts.getOrDefault("visits", 0L),
                    counts.getOrDefault("rankings", 0L),
                    seconds);
            out.flush();
        }
    }

    void end() {
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
