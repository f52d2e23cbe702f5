package akin.state;

import akin.models.attribution.UserInputs;
import akin.models.event.SourceTime;
import akin.models.experiment.Definitions;
import akin.models.experiment.Standing;
import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.models.shard.ShardInput;
import akin.state.records.RecordTypes;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** The states of the job's operators besides pages, for the operators and for who reads their savepoints. */
public final class OperatorStates {
    private OperatorStates() {}

    /** Of Shards, per shard: what waits for the watermark. */
    public static ListStateDescriptor<ShardInput> pending() {
        return new ListStateDescriptor<>("pending", RecordTypes.SHARD_INPUT);
    }

    /** Of the sort of messages, in each subtask all that any knows: how far event time has come in each source. */
    public static ListStateDescriptor<SourceTime> sourceTimes() {
        return new ListStateDescriptor<>("source-times", RecordTypes.SOURCE_TIME);
    }

    /** Of Sessions, per user: what is remembered of the shopper. */
    public static ValueStateDescriptor<Shopper> shopper() {
        return new ValueStateDescriptor<>("shopper", RecordTypes.SHOPPER);
    }

    /** Of Sessions and of Statistics, broadcast: definitions of experiments by version. */
    public static MapStateDescriptor<Long, Definitions> experiments() {
        return new MapStateDescriptor<>("experiments", Types.LONG, RecordTypes.DEFINITIONS);
    }

    /** Of Attribution, per user: what was shown, what came of it, and what waits for the watermark. */
    public static ValueStateDescriptor<UserInputs> attribution() {
        return new ValueStateDescriptor<>("attribution", RecordTypes.USER_INPUTS);
    }

    /** Of Statistics, per experiment: the sums of its arms. */
    public static ValueStateDescriptor<Standing> standing() {
        return new ValueStateDescriptor<>("standing", RecordTypes.STANDING);
    }

    /** Of Sessions, broadcast: an item's shards by its id. */
    public static MapStateDescriptor<String, ShardVersions> shardsOfItems() {
        return new MapStateDescriptor<>("shards", Types.STRING, RecordTypes.SHARD_VERSIONS);
    }

    /** Of the directory: shards by category path. */
    public static MapStateDescriptor<String, Integer> paths() {
        return new MapStateDescriptor<>("paths", Types.STRING, Types.INT);
    }

    /** Of the directory: event time of the newest change of each item that is listed. */
    public static MapStateDescriptor<String, Long> changed() {
        return new MapStateDescriptor<>("changed", Types.STRING, Types.LONG);
    }

    /** Of the directory: when items were deleted, of the last of them. */
    public static MapStateDescriptor<String, Long> deleted() {
        return new MapStateDescriptor<>("deleted", Types.STRING, Types.LONG);
    }

    /** Of the directory: how many deleted items it remembers. */
    public static ValueStateDescriptor<Integer> numberDeleted() {
        return new ValueStateDescriptor<>("number-deleted", Types.INT);
    }

    /** Of the directory: shards by item id. */
    public static MapStateDescriptor<String, Integer> items() {
        return new MapStateDescriptor<>("items", Types.STRING, Types.INT);
    }
}
