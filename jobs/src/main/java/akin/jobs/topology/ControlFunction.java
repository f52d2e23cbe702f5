package akin.jobs.topology;

import akin.jobs.config.ConfigurationException;
import akin.jobs.config.ExperimentsReader;
import akin.models.event.DeadLetter;
import akin.models.experiment.Definitions;
import akin.models.experiment.Known;
import akin.operators.SortMessages;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads the messages of the control topic; what can't be used becomes a dead letter that tells all that is wrong. */
final class ControlFunction extends ProcessFunction<String, Definitions> {
    private static final int LONGEST = 1 << 20;
    private static final String ORIGIN = "control";

    private final Known known;

    /**
     * @param known what definitions may name
     */
    ControlFunction(Known known) {
        this.known = known;
    }

    @Override
    public void processElement(String text, Context context, Collector<Definitions> out) {
        try {
            if (text.length() > LONGEST) {
                throw new ConfigurationException(text.length() + " characters, allowed are " + LONGEST);
            }
            out.collect(ExperimentsReader.text(text, ORIGIN, known));
        } catch (ConfigurationException e) {
            context.output(SortMessages.DEAD_LETTERS, DeadLetter.of(ORIGIN, e.getMessage(), text));
        }
    }
}
