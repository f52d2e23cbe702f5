package akin.operators;

import akin.models.event.DeadLetter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Sets aside the inputs that make a model fail: after a restart they would come again, and fail again. Where there are
 * many, the job stops for good. What the model had taken in of such an input stays.
 */
final class Failures {
    private final int most;
    private final Tally tally;
    private int count;

    Failures(RuntimeContext context, int most) {
        this.most = most;
        tally = new Tally(context, "failures");
    }

    /**
     * Counts a failure.
     *
     * @param origin where the input went
     * @return what is left of the input
     */
    DeadLetter of(String origin, Object input, RuntimeException failure) {
        tally.increment();
        count++;
        String reason = "the model failed: " + failure + at(failure);
        if (count >= most) {
            throw new SuppressRestartsException(new IllegalStateException(
                    count + " inputs made a model fail, stream.failures allows " + (most - 1) + "; the last, " + origin
                            + ": " + reason,
                    failure));
        }
        return DeadLetter.of(origin, reason, input.toString());
    }

    private static String at(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
