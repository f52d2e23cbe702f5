package akin.models.shard;

import java.util.HashMap;
import java.util.Map;

/** Remembers numbers in a map. */
public final class MapNumbers implements ShardDirectory.Numbers {
    private final Map<String, Integer> numbers = new HashMap<>();

    @Override
    public Integer get(String name) {
        return numbers.get(name);
    }

    @Override
    public void put(String name, int number) {
        numbers.put(name, number);
    }

    @Override
    public void remove(String name) {
        numbers.remove(name);
    }
}
