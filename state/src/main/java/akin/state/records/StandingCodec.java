package akin.state.records;

import akin.models.experiment.Standing;
import akin.models.statistics.Moments;
import akin.models.statistics.Reached;
import akin.models.statistics.Verdict;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The sums of an experiment. */
final class StandingCodec implements RecordCodec<Standing> {
    static final StandingCodec INSTANCE = new StandingCodec();

    @Override
    public Class<Standing> type() {
        return Standing.class;
    }

    @Override
    public String name() {
        return "experiment-standing";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Standing standing, DataOutputView target) throws IOException {
        writeSums(standing.arms(), target);
        Fields.writeSize(standing.since().size(), target);
        for (Map.Entry<Long, SortedMap<String, Moments>> since :
                standing.since().entrySet()) {
            target.writeLong(since.getKey());
            writeSums(since.getValue(), target);
        }
        Fields.writeSize(standing.reached().size(), target);
        for (Map.Entry<String, Reached> reached : standing.reached().entrySet()) {
            Fields.writeString(reached.getKey(), target);
            target.writeDouble(reached.getValue().leastP());
            target.writeByte(reached.getValue().verdict().code());
            target.writeLong(reached.getValue().users());
        }
    }

    @Override
    public Standing read(DataInputView source, int version) throws IOException {
        SortedMap<String, Moments> arms = readSums(source);
        SortedMap<Long, SortedMap<String, Moments>> since = new TreeMap<>();
        for (int left = Fields.readSize(source); left > 0; left--) {
            since.put(source.readLong(), readSums(source));
        }
        SortedMap<String, Reached> reached = new TreeMap<>();
        for (int left = Fields.readSize(source); left > 0; left--) {
            reached.put(
                    Fields.readString(source),
                    new Reached(source.readDouble(), Verdict.ofCode(source.readByte()), source.readLong()));
        }
        return new Standing(arms, since, reached);
    }

    private static void writeSums(SortedMap<String, Moments> sums, DataOutputView target) throws IOException {
        Fields.writeSize(sums.size(), target);
        for (Map.Entry<String, Moments> arm : sums.entrySet()) {
            Fields.writeString(arm.getKey(), target);
            writeMoments(arm.getValue(), target);
        }
    }

    static void writeMoments(Moments moments, DataOutputView target) throws IOException {
        target.writeLong(moments.users());
        Fields.writeLongs(moments.sums(), target);
        Fields.writeLongs(moments.products(), target);
    }

    private static SortedMap<String, Moments> readSums(DataInputView source) throws IOException {
        SortedMap<String, Moments> sums = new TreeMap<>();
        for (int left = Fields.readSize(source); left > 0; left--) {
            sums.put(Fields.readString(source), readMoments(source));
        }
        return sums;
    }

    static Moments readMoments(DataInputView source) throws IOException {
        return Moments.of(source.readLong(), Fields.readLongs(source), Fields.readLongs(source));
    }
}
