package akin.state.records;

import akin.models.experiment.ExperimentReport;
import akin.models.statistics.Comparison;
import akin.models.statistics.Interval;
import akin.models.statistics.Look;
import akin.models.statistics.Verdict;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Never in a savepoint. */
final class ExperimentReportCodec implements RecordCodec<ExperimentReport> {
    static final ExperimentReportCodec INSTANCE = new ExperimentReportCodec();

    @Override
    public Class<ExperimentReport> type() {
        return ExperimentReport.class;
    }

    @Override
    public String name() {
        return "experiment-report";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(ExperimentReport report, DataOutputView target) throws IOException {
        Fields.writeString(report.experiment(), target);
        target.writeLong(report.version());
        Fields.writeStrings(report.arms(), target);
        Fields.writeString(report.metric(), target);
        Look look = report.look();
        target.writeLong(look.time());
        Fields.writeList(look.users(), (users, to) -> to.writeLong(users), target);
        Fields.writeList(look.capped(), (users, to) -> to.writeLong(users), target);
        target.writeDouble(look.mismatchP());
        target.writeBoolean(look.mismatchAlarm());
        for (List<Comparison> comparisons : List.of(look.primary(), look.others(), look.guardrails())) {
            Fields.writeList(comparisons, ExperimentReportCodec::writeComparison, target);
        }
    }

    @Override
    public ExperimentReport read(DataInputView source, int version) throws IOException {
        return new ExperimentReport(
                Fields.readString(source),
                source.readLong(),
                Fields.readStrings(source),
                Fields.readString(source),
                new Look(
                        source.readLong(),
                        Fields.readList(DataInputView::readLong, source),
                        Fields.readList(DataInputView::readLong, source),
                        source.readDouble(),
                        source.readBoolean(),
                        Fields.readList(ExperimentReportCodec::readComparison, source),
                        Fields.readList(ExperimentReportCodec::readComparison, source),
                        Fields.readList(ExperimentReportCodec::readComparison, source)));
    }

    private static void writeComparison(Comparison comparison, DataOutputView target) throws IOException {
        Fields.writeString(comparison.metric(), target);
        Fields.writeString(comparison.arm(), target);
        target.writeDouble(comparison.control());
        target.writeDouble(comparison.treatment());
        target.writeDouble(comparison.relative());
        writeInterval(comparison.sequence(), target);
        writeInterval(comparison.fixed(), target);
        target.writeDouble(comparison.sequentialP());
        target.writeDouble(comparison.msprtP());
        target.writeDouble(comparison.fixedP());
        target.writeDouble(comparison.cut());
        target.writeByte(comparison.verdict().code());
        target.writeLong(comparison.decidedAt());
        target.writeLong(comparison.needed());
        Fields.writeString(comparison.reason(), target);
    }

    private static Comparison readComparison(DataInputView source) throws IOException {
        return new Comparison(
                Fields.readString(source),
                Fields.readString(source),
                source.readDouble(),
                source.readDouble(),
                source.readDouble(),
                readInterval(source),
                readInterval(source),
                source.readDouble(),
                source.readDouble(),
                source.readDouble(),
                source.readDouble(),
                Verdict.ofCode(source.readByte()),
                source.readLong(),
                source.readLong(),
                Fields.readString(source));
    }

    private static void writeInterval(Interval interval, DataOutputView target) throws IOException {
        target.writeDouble(interval.low());
        target.writeDouble(interval.high());
    }

    private static Interval readInterval(DataInputView source) throws IOException {
        return new Interval(source.readDouble(), source.readDouble());
    }
}
