package akin.tools.diff;

import akin.models.shard.ShardInput;
import akin.state.records.RecordTypes;
import akin.state.savepoint.Bytes;
import akin.state.savepoint.SavedPage;
import akin.state.savepoint.SavedStates;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Turns the states of a savepoint into entries that can be compared without knowing what they mean. */
final class StateEntries {
    private static final TypeInformation<StateEntry> TYPE = TypeInformation.of(StateEntry.class);

    private StateEntries() {}

    static DataStream<StateEntry> of(SavedStates states) throws IOException {
        return states.pages()
                .map(StateEntries::page, TYPE)
                .union(
                        states.pending().map(StateEntries::waiting, TYPE),
                        states.shoppers()
                                .map(user -> other("(users)", user.f0, Bytes.of(user.f1, RecordTypes.SHOPPER)), TYPE),
                        states.paths().map(path -> number("(category paths)", path), TYPE),
                        states.items().map(item -> number("(shards of items)", item), TYPE));
    }

    private static StateEntry page(SavedPage page) {
        return new StateEntry(page.table(), String.valueOf(page.shard()), page.number(), true, page.bytes());
    }

    private static StateEntry waiting(ShardInput input) {
        String owner = input.shard() + " " + input.timestamp() + " " + input.rank() + " " + input.owner() + " "
                + input.sequence();
        return other("(waiting)", owner, Bytes.of(input, RecordTypes.SHARD_INPUT));
    }

    private static StateEntry number(String part, Tuple2<String, Integer> number) {
        return other(part, number.f0, Bytes.of(number.f1, Types.INT));
    }

    private static StateEntry other(String part, String owner, byte[] bytes) {
        return new StateEntry(part, owner, 0, false, bytes);
    }
}
