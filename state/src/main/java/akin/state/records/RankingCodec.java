package akin.state.records;

import akin.models.ranking.Provenance;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.ranking.SourceRanks;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Never in a savepoint. The items of a ranking share the names of the sources, which come once before them. */
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
        return 4;
    }

    @Override
    public void write(Ranking ranking, DataOutputView target) throws IOException {
        Fields.writeString(ranking.rankingId(), target);
        Fields.writeString(ranking.userId(), target);
        Fields.writeString(ranking.anchorId(), target);
        Fields.writeString(ranking.placement(), target);
        target.writeLong(ranking.timestamp());
        target.writeLong(ranking.modelVersion());
        List<String> sources = ranking.items().isEmpty()
                ? List.of()
                : ranking.items().get(0).ranks().sources();
        Fields.writeStrings(sources, target);
        Fields.writeList(ranking.items(), RankingCodec::writeItem, target);
        target.writeBoolean(ranking.provenance() != null);
        if (ranking.provenance() != null) {
            writeProvenance(ranking.provenance(), target);
        }
    }

    private static void writeProvenance(Provenance provenance, DataOutputView target) throws IOException {
        Fields.writeList(provenance.trials(), AssignmentCodec::writeTrial, target);
        Fields.writeString(provenance.ranker(), target);
        Fields.writeString(provenance.teams(), target);
        Fields.writeSize(provenance.pair(), target);
        target.writeBoolean(provenance.isExchanged());
    }

    private static void writeItem(RankedItem item, DataOutputView target) throws IOException {
        Fields.writeString(item.itemId(), target);
        target.writeFloat(item.score());
        for (int source = 0; source < item.ranks().sources().size(); source++) {
            Fields.writeSize(item.ranks().rank(source), target);
        }
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
                readItems(source),
                source.readBoolean() ? readProvenance(source) : null);
    }

    private static Provenance readProvenance(DataInputView source) throws IOException {
        return new Provenance(
                Fields.readList(AssignmentCodec::readTrial, source),
                Fields.readString(source),
                Fields.readString(source),
                Fields.readSize(source),
                source.readBoolean());
    }

    private static List<RankedItem> readItems(DataInputView source) throws IOException {
        List<String> sources = Fields.readStrings(source);
        return Fields.readList(items -> readItem(sources, items), source);
    }

    private static RankedItem readItem(List<String> sources, DataInputView source) throws IOException {
        return new RankedItem(
                Fields.readString(source), source.readFloat(), readRanks(sources, source), Fields.readStrings(source));
    }

    private static SourceRanks readRanks(List<String> sources, DataInputView source) throws IOException {
        int[] ranks = new int[sources.size()];
        for (int n = 0; n < ranks.length; n++) {
            ranks[n] = Fields.readSize(source);
        }
        return new SourceRanks(sources, ranks);
    }
}
