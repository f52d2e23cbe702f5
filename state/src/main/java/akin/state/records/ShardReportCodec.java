package akin.state.records;

import akin.models.component.Learning;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.recommender.ShardReport;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Never in a savepoint; without the map, which only a job's last reports have. */
final class ShardReportCodec implements RecordCodec<ShardReport> {
    static final ShardReportCodec INSTANCE = new ShardReportCodec();

    @Override
    public Class<ShardReport> type() {
        return ShardReport.class;
    }

    @Override
    public String name() {
        return "shard-report";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public void write(ShardReport report, DataOutputView target) throws IOException {
        target.writeInt(report.shard());
        target.writeLong(report.timestamp());
        target.writeLong(report.visits());
        target.writeInt(report.items());
        target.writeLong(report.bytes());
        Fields.writeString(report.digest(), target);
        Fields.writeSize(report.quality().size(), target);
        for (Map.Entry<String, Map<Slice, Figures>> ranker : report.quality().entrySet()) {
            Fields.writeString(ranker.getKey(), target);
            Fields.writeSize(ranker.getValue().size(), target);
            for (Map.Entry<Slice, Figures> slice : ranker.getValue().entrySet()) {
                Fields.writeString(slice.getKey().name(), target);
                writeFigures(slice.getValue(), target);
            }
        }
        Fields.writeSize(report.gauges().size(), target);
        for (Map.Entry<String, Double> gauge : report.gauges().entrySet()) {
            Fields.writeString(gauge.getKey(), target);
            target.writeDouble(gauge.getValue());
        }
        writeLearning(report.learning(), target);
    }

    private static void writeLearning(Map<String, Learning> learning, DataOutputView target) throws IOException {
        Fields.writeSize(learning.size(), target);
        for (Map.Entry<String, Learning> learner : learning.entrySet()) {
            Fields.writeString(learner.getKey(), target);
            target.writeLong(learner.getValue().examples());
            target.writeDouble(learner.getValue().loss());
            target.writeLong(learner.getValue().refused());
            Fields.writeList(learner.getValue().calibration(), ShardReportCodec::writeBin, target);
        }
    }

    private static void writeBin(Learning.Bin bin, DataOutputView target) throws IOException {
        target.writeLong(bin.examples());
        target.writeLong(bin.observed());
        target.writeDouble(bin.predicted());
    }

    private static Map<String, Learning> readLearning(DataInputView source) throws IOException {
        Map<String, Learning> learning = new TreeMap<>();
        for (int left = Fields.readSize(source); left > 0; left--) {
            learning.put(
                    Fields.readString(source),
                    new Learning(
                            source.readLong(),
                            source.readDouble(),
                            source.readLong(),
                            Fields.readList(ShardReportCodec::readBin, source)));
        }
        return learning;
    }

    private static Learning.Bin readBin(DataInputView source) throws IOException {
        return new Learning.Bin(source.readLong(), source.readLong(), source.readDouble());
    }

    private static void writeFigures(Figures figures, DataOutputView target) throws IOException {
        target.writeLong(figures.positions());
        target.writeLong(figures.pooled());
        target.writeLong(figures.hits5());
        target.writeLong(figures.hits10());
        target.writeLong(figures.hits20());
        target.writeDouble(figures.mrr20());
        target.writeDouble(figures.ndcg10());
    }

    @Override
    public ShardReport read(DataInputView source, int version) throws IOException {
        return new ShardReport(
                source.readInt(),
                source.readLong(),
                source.readLong(),
                source.readInt(),
                source.readLong(),
                Fields.readString(source),
                readQuality(source),
                readGauges(source),
                readLearning(source),
                null);
    }

    private static Map<String, Double> readGauges(DataInputView source) throws IOException {
        Map<String, Double> gauges = new TreeMap<>();
        for (int left = Fields.readSize(source); left > 0; left--) {
            gauges.put(Fields.readString(source), source.readDouble());
        }
        return gauges;
    }

    private static Map<String, Map<Slice, Figures>> readQuality(DataInputView source) throws IOException {
        Map<String, Map<Slice, Figures>> quality = new TreeMap<>();
        for (int rankers = Fields.readSize(source); rankers > 0; rankers--) {
            Map<Slice, Figures> slices = new EnumMap<>(Slice.class);
            quality.put(Fields.readString(source), slices);
            for (int left = Fields.readSize(source); left > 0; left--) {
                slices.put(Slice.valueOf(Fields.readString(source)), readFigures(source));
            }
        }
        return quality;
    }

    private static Figures readFigures(DataInputView source) throws IOException {
        return new Figures(
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readDouble(),
                source.readDouble());
    }
}
