package akin.models.recommender;

import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.component.ItemMap;
import akin.models.component.Learning;
import akin.models.memory.Memory;
import akin.models.quality.Quality;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reports how a shard is doing, by what its memory, catalogue and components say of themselves. */
final class ShardReporter {
    private final Memory memory;
    private final Catalog catalog;
    private final List<Component> components;
    private final Quality quality;
    private final double sample;

    /**
     * @param sample share of the visits that quality is measured on
     */
    ShardReporter(Memory memory, Catalog catalog, List<Component> components, Quality quality, double sample) {
        this.memory = memory;
        this.catalog = catalog;
        this.components = components;
        this.quality = quality;
        this.sample = sample;
    }

    /**
     * Reports the state of the shard.
     *
     * @param timestamp event time up to which it has learned
     * @param visits number of visits learned
     */
    ShardReport report(int shard, long timestamp, long visits, boolean withDigest) {
        Map<String, Learning> learning = new TreeMap<>();
        Map<String, Double> gauges = new TreeMap<>();
        gauges.put("categories_free", catalog.categories().free());
        gauges.put("features_free", catalog.features().free());
        gauges.put("quality_sample", sample);
        components.forEach(component -> {
            learning.putAll(component.learning());
            gauges.putAll(component.gauges());
        });
        return new ShardReport(
                shard,
                timestamp,
                visits,
                catalog.items().live(),
                memory.bytes(),
                withDigest ? HexFormat.of().formatHex(memory.digest()) : null,
                quality.figures(),
                gauges,
                learning,
                withDigest ? map() : null);
    }

    private ItemMap map() {
        return components.stream()
                .map(Component::map)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
