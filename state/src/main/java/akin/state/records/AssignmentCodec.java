package akin.state.records;

import akin.models.ranking.Assignment;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.ranking.Trial;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What experiments make of a request, as part of {@link ShardInputCodec}. A change here is a new version there. */
final class AssignmentCodec {
    private AssignmentCodec() {}

    /** An assignment or null. */
    static void write(Assignment assignment, DataOutputView target) throws IOException {
        target.writeBoolean(assignment != null);
        if (assignment != null) {
            writePlacement(assignment.placement(), target);
            Fields.writeList(assignment.trials(), AssignmentCodec::writeTrial, target);
            Fields.writeString(assignment.rival(), target);
            target.writeDouble(assignment.pairs());
        }
    }

    static Assignment read(DataInputView source) throws IOException {
        return source.readBoolean()
                ? new Assignment(
                        readPlacement(source),
                        Fields.readList(AssignmentCodec::readTrial, source),
                        Fields.readString(source),
                        source.readDouble())
                : null;
    }

    static void writeTrial(Trial trial, DataOutputView target) throws IOException {
        Fields.writeString(trial.experiment(), target);
        Fields.writeString(trial.arm(), target);
        target.writeLong(trial.version());
        target.writeLong(trial.until());
        target.writeBoolean(trial.isForced());
    }

    static Trial readTrial(DataInputView source) throws IOException {
        return new Trial(
                Fields.readString(source),
                Fields.readString(source),
                source.readLong(),
                source.readLong(),
                source.readBoolean());
    }

    private static void writePlacement(Placement placement, DataOutputView target) throws IOException {
        Fields.writeString(placement.name(), target);
        Fields.writeStrings(placement.sources(), target);
        Fields.writeString(placement.ranker(), target);
        Fields.writeSize(
                placement.reranking() == null ? 0 : placement.reranking().k(), target);
        Fields.writeString(
                placement.reranking() == null ? null : placement.reranking().ranker(), target);
        Fields.writeSize(placement.top(), target);
        Filters filters = placement.filters();
        Fields.writeSize(filters.categoryLevels() + 1, target);
        Fields.writeStrings(filters.matching(), target);
        target.writeBoolean(filters.hideBought());
        target.writeBoolean(filters.hideSeen());
        target.writeDouble(filters.priceBand());
    }

    private static Placement readPlacement(DataInputView source) throws IOException {
        return new Placement(
                Fields.readString(source),
                Fields.readStrings(source),
                Fields.readString(source),
                readReranking(source),
                Fields.readSize(source),
                new Filters(
                        Fields.readSize(source) - 1,
                        Fields.readStrings(source),
                        source.readBoolean(),
                        source.readBoolean(),
                        source.readDouble()));
    }

    private static Placement.Reranking readReranking(DataInputView source) throws IOException {
        int k = Fields.readSize(source);
        String ranker = Fields.readString(source);
        return ranker == null ? null : new Placement.Reranking(ranker, k);
    }
}
