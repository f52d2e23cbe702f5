package akin.operators;

import akin.models.event.DeadLetter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside the inputs that make a model fail: after a restart they would come again, and fail again. Where there are
 * many, the job stops for good. What the model had taken in of such an input stays.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final int most;
    private final Tally tally;
    private int count;

    Failures(RuntimeContext context, int most) {
        this.most = most;
        tally = new Tally(context, "failures");
    }

    /**
     * Asks a model.
     *
     * @param origin where the input went
     * @return what the model gives, or null when it fails: then the input goes to {@code aside}
     */
    <T> T tried(Supplier<T> model, Supplier<String> origin, Object input, Consumer<DeadLetter> aside) {
        try {
            return model.get();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.warn("An input of {} is set aside", origin.get(), e);
            aside.accept(of(origin.get(), input, e));
            return null;
        }
    }

    /**
     * Counts a failure.
     *
     * @param origin where the input went
     * @return what is left of the input
     */
    private DeadLetter of(String origin, Object input, RuntimeException failure) {
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
