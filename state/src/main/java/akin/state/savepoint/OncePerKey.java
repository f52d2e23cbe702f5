package akin.state.savepoint;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads each key once, though the State Processor API names a key once per state that it is in. */
abstract class OncePerKey<K, T> extends KeyedStateReaderFunction<K, T> {
    private transient Set<K> read;

    @Override
    public void open(OpenContext context) {
        read = new HashSet<>();
    }

    @Override
    public final void readKey(K key, Context context, Collector<T> out) throws Exception {
        if (read.add(key)) {
            readOnce(key, out);
        }
    }

    abstract void readOnce(K key, Collector<T> out) throws Exception;
}
