package akin.operators;

import akin.models.attribution.Change;
import akin.models.experiment.ArmChange;
import akin.models.experiment.ExperimentSettings;
import akin.models.statistics.Moments;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums the changes of users' numbers up by arm and look, so that statistics take a few sums at a watermark and not each change.
 * Nothing stays over a watermark or a checkpoint barrier.
 */
public final class SumChanges extends AbstractStreamOperator<ArmChange>
        implements OneInputStreamOperator<Change, ArmChange>, BoundedOneInput {
    private final ExperimentSettings settings;

    /** By experiment, look and arm. */
    private transient SortedMap<String, SortedMap<Long, SortedMap<String, Moments>>> sums;

    public SumChanges(ExperimentSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open() throws Exception {
        super.open();
        sums = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<Change> record) {
        Change change = record.getValue();
        change.applyTo(sums.computeIfAbsent(change.experiment(), experiment -> new TreeMap<>())
                .computeIfAbsent(settings.lookAfter(change.timestamp()), look -> new TreeMap<>())
                .computeIfAbsent(change.arm(), arm -> Moments.ofMeasures()));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        emit();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        emit();
    }

    @Override
    public void endInput() {
        emit();
    }

    private void emit() {
        sums.forEach((experiment, looks) -> looks.forEach((look, arms) -> arms.forEach(
                (arm, moments) -> output.collect(new StreamRecord<>(new ArmChange(experiment, arm, look, moments))))));
        sums.clear();
    }
}
