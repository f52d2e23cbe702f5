package akin.state.records;

import akin.models.candidates.SourceRanks;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Never in a savepoint. */
final class RankingCodec implements RecordCodec<Ranking> {
    static final RankingCodec INSTANCE = new RankingCodec();

    @Override
    public Class<Ranking> type() {
        return Ranking.class;
    }

    @Override
    public String name() {
        return "ranking";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Ranking ranking, DataOutputView target) throws IOException {
        Fields.writeString(ranking.rankingId(), target);
        Fields.writeString(ranking.userId(), target);
        Fields.writeString(ranking.anchorId(), target);
        Fields.writeString(ranking.placement(), target);
        target.writeLong(ranking.timestamp());
        target.writeLong(ranking.modelVersion());
        Fields.writeList(ranking.items(), RankingCodec::writeItem, target);
    }

    private static void writeItem(RankedItem item, DataOutputView target) throws IOException {
        Fields.writeString(item.itemId(), target);
        target.writeFloat(item.score());
        target.writeLong(item.ranks().packed());
        Fields.writeStrings(item.because(), target);
    }

    @Override
    public Ranking read(DataInputView source, int version) throws IOException {
        return new Ranking(
                Fields.readString(source),
                Fields.readString(source),
                Fields.readString(source),
                Fields.readString(source),
                source.readLong(),
                source.readLong(),
                Fields.readList(RankingCodec::readItem, source));
    }

    private static RankedItem readItem(DataInputView source) throws IOException {
        return new RankedItem(
                Fields.readString(source),
                source.readFloat(),
                new SourceRanks(source.readLong()),
                Fields.readStrings(source));
    }
}
