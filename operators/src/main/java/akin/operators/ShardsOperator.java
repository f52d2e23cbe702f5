package akin.operators;

import akin.models.event.DeadLetter;
import akin.models.kernel.Kernels;
import akin.models.ranking.Ranking;
import akin.models.recommender.Ranked;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.recommender.ShardReport;
import akin.models.shard.ItemUpdate;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.models.shard.Visit;
import akin.state.OperatorStates;
import akin.state.ShardKeys;
import akin.state.pages.PagedState;
import akin.state.records.RecordTypes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * The recommenders of the shards on this subtask. Rank requests are answered on arrival; what is to be learned waits for
 * the watermark and is learned in order. Model memory is written into keyed state just before each checkpoint barrier,
 * changed pages only; where that takes long, most of them ahead of it.
 */
public final class ShardsOperator extends AbstractStreamOperator<Ranking>
        implements OneInputStreamOperator<ShardInput, Ranking> {
    public static final OutputTag<ShardReport> REPORTS = new OutputTag<>("reports", RecordTypes.SHARD_REPORT);
    /** Name of the accumulator with the shards' last reports, digests included. */
    public static final String LAST_REPORTS = "shards";

    /** Inputs that made a model fail. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = SortMessages.DEAD_LETTERS;

    /** Pages of each shard that are written ahead before one looks at the clock again. */
    private static final int PAGES_AHEAD = 16;

    private final RecommenderSettings settings;
    private final ShardSettings cut;
    private final ShardsOptions options;

    /** In order of their numbers. */
    private transient SortedMap<Integer, Shard> shards;

    private transient ShardsState state;
    private transient MailboxExecutor mailbox;
    private transient Failures failures;
    private transient ShardMetrics metrics;
    private transient ShardReports reports;
    private transient Tally overWaiting;
    private transient WriteAhead ahead;
    /** The newest watermark; it goes on when all that is due has been learned. */
    private transient long due;

    private transient boolean isBehind;

    /**
     * @param cut how the catalogue is cut into shards
     */
    public ShardsOperator(RecommenderSettings settings, ShardSettings cut, ShardsOptions options) {
        this.settings = settings;
        this.cut = cut;
        this.options = options;
    }

    @Override
    public void setMailboxExecutor(MailboxExecutor mailboxExecutor) {
        super.setMailboxExecutor(mailboxExecutor);
        mailbox = mailboxExecutor;
    }

    @Override
    public void open() throws Exception {
        super.open();
        LOG.info("The models compute with {} kernels", Kernels.name());
        shards = new TreeMap<>();
        failures = new Failures(getRuntimeContext(), options.failures());
        due = Long.MIN_VALUE;
        isBehind = false;
        Recommender layout = new Recommender(settings);
        state = new ShardsState(
                new PagedState(getRuntimeContext(), layout.memory(), cut.shape()),
                getPartitionedState(OperatorStates.pending()));
        metrics = new ShardMetrics(getRuntimeContext(), layout);
        overWaiting = new Tally(getRuntimeContext(), "over_waiting");
        reports = new ShardReports(getRuntimeContext(), options.reportEvery(), shards.values(), metrics);
        for (Object key : state.keys(getKeyedStateBackend())) {
            restore((Integer) key);
        }
        metrics.look(shards.values());
        ahead = new WriteAhead(getProcessingTimeService(), this::writeSomeAhead);
    }

    private void restore(int key) throws Exception {
        setCurrentKey(key);
        Shard shard = new Shard(ShardKeys.shardOf(key), key, new Recommender(settings));
        shards.put(shard.number(), shard);
        state.load(shard.recommender(), input -> await(shard, input));
    }

    @Override
    public void processElement(StreamRecord<ShardInput> element) {
        ShardInput input = element.getValue();
        Shard shard = shards.computeIfAbsent(
                input.shard(), number -> new Shard(number, (Integer) getCurrentKey(), new Recommender(settings)));
        if (input instanceof RankRequest request && !options.rankInEventTime()) {
            rank(shard, request);
        } else if (shard.waiting() >= options.waiting()) {
            setAside(shard, input);
        } else {
            await(shard, input);
        }
    }

    private void setAside(Shard shard, ShardInput input) {
        overWaiting.increment();
        String reason =
                options.waiting() + " inputs of the shard wait for event time, and no more may (stream.waiting_inputs)";
        output.collect(DEAD_LETTERS, new StreamRecord<>(DeadLetter.of(origin(shard, input), reason, input.toString())));
    }

    private static String origin(Shard shard, ShardInput input) {
        return "shard " + shard.number() + ", " + input.owner();
    }

    private void await(Shard shard, ShardInput input) {
        shard.await(input);
        if (input instanceof ItemUpdate update && !options.rankInEventTime()) {
            shard.recommender().announce(update);
        }
    }

    private void rank(Shard shard, RankRequest request) {
        long start = System.nanoTime();
        Ranked ranked = tried(shard, request, () -> shard.recommender().rank(request));
        if (ranked != null) {
            metrics.ranked(ranked, System.nanoTime() - start);
            output.collect(new StreamRecord<>(ranked.ranking(), request.timestamp()));
        }
    }

    /** What a model gives for an input, or null when it fails: then the input is set aside. */
    private <T> T tried(Shard shard, ShardInput input, Supplier<T> model) {
        return failures.tried(
                model,
                () -> origin(shard, input),
                input,
                letter -> output.collect(DEAD_LETTERS, new StreamRecord<>(letter)));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        due = mark.getTimestamp();
        if (!isBehind) {
            learnDue();
        }
    }

    /** Learns what is due, for a slice of time; then a letter to itself goes on, and rankings and barriers come between. */
    private void learnDue() throws Exception {
        long start = System.nanoTime();
        for (Shard shard : shards.values()) {
            ShardInput input = shard.nextDue(due);
            while (input != null) {
                learn(shard, input);
                if (isSliced() && System.nanoTime() - start >= options.slice().toNanos()) {
                    isBehind = true;
                    mailbox.execute(this::goOn, "learn what is due");
                    return;
                }
                input = shard.nextDue(due);
            }
            if (due < Long.MAX_VALUE) {
                shard.recommender().advance(due);
            }
        }
        metrics.learnedUpTo(due, getProcessingTimeService().getCurrentProcessingTime());
        reports.at(due, report -> output.collect(REPORTS, new StreamRecord<>(report, due)));
        super.processWatermark(new Watermark(due));
    }

    private boolean isSliced() {
        return !options.slice().isZero() && due < Long.MAX_VALUE;
    }

    private void goOn() throws Exception {
        if (isBehind) {
            isBehind = false;
            learnDue();
        }
    }

    /** The end of the input waits until all of it is learned. */
    @Override
    public void finish() throws Exception {
        goOn();
        super.finish();
    }

    private void learn(Shard shard, ShardInput input) {
        if (input instanceof RankRequest request) {
            shard.recommender().advance(request.timestamp());
            rank(shard, request);
            return;
        }
        Boolean learned = tried(shard, input, () -> {
            shard.recommender().learn(input);
            return true;
        });
        if (learned != null && input instanceof Visit visit) {
            metrics.learned(visit);
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        metrics.look(shards.values());
        long start = System.nanoTime();
        int written = 0;
        for (Shard shard : shards.values()) {
            setCurrentKey(shard.key());
            written += state.flush(shard);
        }
        metrics.flushed(written, System.nanoTime() - start);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        if (!isOnHeap()) {
            ahead.taken(context.getCheckpointTimestamp());
        }
    }

    /** The heap takes pages over in no time, and copies each that changes afterwards. */
    private boolean isOnHeap() {
        String backend = getKeyedStateBackend().getBackendTypeIdentifier();
        return StateBackendLoader.HASHMAP_STATE_BACKEND_NAME.equals(backend);
    }

    private boolean writeSomeAhead() throws Exception {
        int written = 0;
        for (Shard shard : shards.values()) {
            setCurrentKey(shard.key());
            written += state.flush(shard, PAGES_AHEAD);
        }
        return written > 0;
    }

    /** A digest of what a failure left is no digest of the input. */
    @Override
    public void close() throws Exception {
        boolean isClean =
                !getContainingTask().isFailing() && !getContainingTask().isCanceled();
        if (shards != null && options.reportAtEnd() && isClean) {
            reports.end();
        }
        super.close();
    }
}
