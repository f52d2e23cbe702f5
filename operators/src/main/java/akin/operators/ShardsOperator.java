package akin.operators;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.ranking.Ranking;
import akin.models.recommender.Ranked;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.recommender.ShardReport;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.models.shard.Visit;
import akin.state.OperatorStates;
import akin.state.ShardKeys;
import akin.state.pages.PagedState;
import akin.state.records.RecordTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * The recommenders of the shards on this subtask. Rank requests are answered on arrival; what is to be learned waits for
 * the watermark and is learned in order. Model memory is written into keyed state just before each checkpoint barrier,
 * changed pages only.
 */
public final class ShardsOperator extends AbstractStreamOperator<Ranking>
        implements OneInputStreamOperator<ShardInput, Ranking> {
    public static final OutputTag<ShardReport> REPORTS = new OutputTag<>("reports", RecordTypes.SHARD_REPORT);
    /** Name of the accumulator with the shards' last reports, digests included. */
    public static final String LAST_REPORTS = "shards";

    private final RecommenderSettings settings;
    private final ShardSettings cut;
    private final boolean rankInEventTime;
    private final long reportEvery;
    private final boolean reportAtEnd;

    /** In order of their numbers; the metrics thread looks at it while shards come. */
    private transient ConcurrentSkipListMap<Integer, Shard> shards;

    private transient PagedState pages;
    private transient ListState<ShardInput> pending;
    private transient ShardMetrics metrics;
    private transient ListAccumulator<ShardReport> lastReports;
    private transient long nextReport;

    /**
     * @param cut how the catalogue is cut into shards
     * @param rankInEventTime whether rank requests wait for the watermark too, so that a replay repeats to the byte
     * @param reportEvery event time between two reports of a shard, milliseconds
     * @param reportAtEnd whether the job's result carries each shard's last report with its digest
     */
    public ShardsOperator(
            RecommenderSettings settings,
            ShardSettings cut,
            boolean rankInEventTime,
            long reportEvery,
            boolean reportAtEnd) {
        this.settings = settings;
        this.cut = cut;
        this.rankInEventTime = rankInEventTime;
        this.reportEvery = reportEvery;
        this.reportAtEnd = reportAtEnd;
    }

    @Override
    public void open() throws Exception {
        super.open();
        LOG.info("The models compute with {} kernels", Kernels.name());
        shards = new ConcurrentSkipListMap<>();
        Recommender layout = new Recommender(settings);
        pages = new PagedState(getRuntimeContext(), layout.memory(), cut.shape());
        pending = getPartitionedState(OperatorStates.pending());
        metrics = new ShardMetrics(getRuntimeContext(), shards, layout);
        lastReports = new ListAccumulator<>();
        getRuntimeContext().addAccumulator(LAST_REPORTS, lastReports);
        for (Object key : keysInState()) {
            restore((Integer) key);
        }
    }

    private List<Object> keysInState() {
        try (var keys = getKeyedStateBackend()
                .getKeys(List.of(pages.anyState(), OperatorStates.pending().getName()), VoidNamespace.INSTANCE)) {
            return new ArrayList<>(keys.distinct().toList());
        }
    }

    private void restore(int key) throws Exception {
        setCurrentKey(key);
        Shard shard = new Shard(ShardKeys.shardOf(key), key, new Recommender(settings));
        load(shard.recommender().memory());
        shard.recommender().loaded();
        // Internal list state says null where it is empty.
        Iterable<ShardInput> waiting = pending.get();
        if (waiting != null) {
            waiting.forEach(shard::await);
        }
        shards.put(shard.number(), shard);
    }

    /** What can't be read now can't be read after a restart either. */
    private void load(Memory memory) throws Exception {
        try {
            pages.load(memory);
        } catch (IllegalStateException e) {
            throw new SuppressRestartsException(e);
        }
    }

    @Override
    public void processElement(StreamRecord<ShardInput> element) {
        ShardInput input = element.getValue();
        Shard shard = shards.computeIfAbsent(
                input.shard(), number -> new Shard(number, (Integer) getCurrentKey(), new Recommender(settings)));
        if (input instanceof RankRequest request && !rankInEventTime) {
            rank(shard, request);
        } else {
            shard.await(input);
        }
    }

    private void rank(Shard shard, RankRequest request) {
        long start = System.nanoTime();
        Ranked ranked = shard.recommender().rank(request);
        metrics.ranked(ranked, System.nanoTime() - start);
        output.collect(new StreamRecord<>(ranked.ranking(), request.timestamp()));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        for (Shard shard : shards.values()) {
            for (ShardInput input : shard.due(mark.getTimestamp())) {
                learn(shard, input);
            }
            if (mark.getTimestamp() < Long.MAX_VALUE) {
                shard.recommender().advance(mark.getTimestamp());
            }
        }
        metrics.learnedUpTo(mark.getTimestamp(), getProcessingTimeService().getCurrentProcessingTime());
        reportIfDue(mark.getTimestamp());
        super.processWatermark(mark);
    }

    private void learn(Shard shard, ShardInput input) {
        if (input instanceof RankRequest request) {
            shard.recommender().advance(request.timestamp());
            rank(shard, request);
            return;
        }
        shard.recommender().learn(input);
        if (input instanceof Visit visit) {
            metrics.learned(visit);
        }
    }

    private void reportIfDue(long watermark) {
        if (watermark >= nextReport) {
            List<ShardReport> reports = reports(false);
            reports.forEach(report -> output.collect(REPORTS, new StreamRecord<>(report, watermark)));
            metrics.reported(reports);
            nextReport =
                    watermark == Long.MAX_VALUE ? watermark : (Math.floorDiv(watermark, reportEvery) + 1) * reportEvery;
        }
    }

    private List<ShardReport> reports(boolean withDigest) {
        return shards.values().stream()
                .map(shard -> shard.recommender().report(shard.number(), withDigest))
                .toList();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        long start = System.nanoTime();
        int written = 0;
        for (Shard shard : shards.values()) {
            setCurrentKey(shard.key());
            written += pages.flush(shard.recommender().memory());
            pending.update(shard.pending());
        }
        metrics.flushed(written, System.nanoTime() - start);
    }

    @Override
    public void close() throws Exception {
        if (reportAtEnd && shards != null) {
            reports(true).forEach(lastReports::add);
        }
        super.close();
    }
}
