package akin.jobs.kafka;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.KafkaSettings;
import akin.jobs.config.StartAt;
import akin.jobs.topology.Environments;
import akin.jobs.topology.EventTime;
import akin.jobs.topology.Topology;
import akin.jobs.wire.Encoder;
import akin.jobs.wire.MessageWriter;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Message;
import akin.models.experiment.ExperimentReport;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardReport;
import akin.operators.Timing;
import akin.state.Uids;
import akin.state.records.RecordTypes;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The job on Kafka: events and catalogue in; rankings, metrics, dead letters and late events out. */
public final class KafkaJob {
    /** Stands for the newest checkpoint where a path is asked for. */
    public static final String LATEST = "latest";

    private final AkinSettings settings;
    private final KafkaSettings kafka;

    public KafkaJob(AkinSettings settings) {
        this.settings = settings;
        this.kafka = settings.kafka();
    }

    /**
     * Runs until it is stopped, or submits when a cluster's client called.
     *
     * @param from a savepoint's or checkpoint's path, {@code latest}, or null for a start from nothing
     * @param flink options of Flink, over the cluster's own
     */
    public void run(String from, boolean createTopics, Configuration flink) throws Exception {
        new Topics(kafka, settings.experiments().hasControl()).check(createTopics);
        warnOfSecrets(kafka);
        StreamExecutionEnvironment env = Environments.live(settings, resolved(from, flink), flink);
        // The cluster's client may have been given one.
        tell(from, env.getConfiguration().get(StateRecoveryOptions.SAVEPOINT_PATH), flink);
        build(env);
        env.execute("akin");
    }

    /** Says which secrets will travel with the job, and how to keep them at home. */
    static void warnOfSecrets(KafkaSettings kafka) {
        kafka.secretsWrittenOut()
                .forEach(key -> System.err.println("akin: warning: the secret " + key
                        + " is written out and travels with the job, whose graph is stored: write ${env:NAME} or"
                        + " ${file:/path} in its place, which each process looks up for itself"));
    }

    /** Says what the job goes on from, and what it will read. */
    private void tell(String from, String found, Configuration flink) {
        String topic = kafka.topics().events();
        String rest = topic + " is read from " + kafka.startAt();
        if (found != null) {
            System.out.println("goes on from " + found + "; where that knows no position, " + rest);
        } else if (LATEST.equals(from)) {
            System.out.println(
                    "there is no checkpoint under " + directory(flink) + ": the model starts empty, " + rest);
        } else {
            System.out.println("the model starts empty, " + rest);
        }
    }

    private String resolved(String from, Configuration flink) throws IOException {
        return LATEST.equals(from) ? Checkpoints.newest(directory(flink)) : from;
    }

    /** Where the checkpoints lie of a job that is started now. */
    private String directory(Configuration flink) {
        return Environments.live(settings, null, flink)
                .getConfiguration()
                .get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    }

    void build(StreamExecutionEnvironment env) {
        Timing timing = EventTime.ofTopics(settings);
        Topology topology = new Topology(settings, false);
        if (settings.experiments().hasControl()) {
            topology.controlledBy(control(env));
        }
        Topology.Outputs outputs = topology.build(events(env, timing), catalog(env, timing), timing);
        DeliveryGuarantee delivery = kafka.delivery() == KafkaSettings.Delivery.EXACTLY_ONCE
                ? DeliveryGuarantee.EXACTLY_ONCE
                : DeliveryGuarantee.AT_LEAST_ONCE;
        KafkaSettings.Topics topics = kafka.topics();
        outputs.rankings()
                .sinkTo(sink(topics.rankings(), Ranking::key, MessageWriter::ranking, delivery))
                .name("Rankings")
                .uid(Uids.RANKINGS_SINK);
        outputs.reports()
                .sinkTo(sink(topics.metrics(), KafkaJob::shard, MessageWriter::report, delivery))
                .name("Metrics")
                .uid(Uids.METRICS_SINK);
        outputs.deadLetters()
                .sinkTo(sink(topics.deadLetters(), DeadLetter::origin, MessageWriter::deadLetter, delivery))
                .name("Dead letters")
                .uid(Uids.DEAD_LETTERS_SINK);
        experiments(outputs.experiments(), delivery);
        outputs.late()
                .sinkTo(sink(topics.late(), Event::eventId, MessageWriter::event, delivery))
                .name("Late events")
                .uid(Uids.LATE_SINK);
    }

    /** Results of experiments go where the shards' figures go. */
    private void experiments(DataStream<ExperimentReport> reports, DeliveryGuarantee delivery) {
        if (reports != null) {
            reports.sinkTo(sink(
                            kafka.topics().metrics() + "-experiments",
                            kafka.topics().metrics(),
                            ExperimentReport::experiment,
                            MessageWriter::experiment,
                            delivery))
                    .name("Experiments")
                    .uid(Uids.EXPERIMENTS_SINK);
        }
    }

    private DataStream<String> control(StreamExecutionEnvironment env) {
        KafkaSource<String> source = KafkaSource.<String>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setProperties(kafka.consumer())
                .setGroupId(kafka.group())
                .setTopics(kafka.topics().control())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ControlTexts())
                .build();
        return env.fromSource(source, EventTime.holdingNothingBack(), "Control", Types.STRING)
                .setParallelism(1)
                .uid(Uids.CONTROL_SOURCE);
    }

    private static String shard(ShardReport report) {
        return String.valueOf(report.shard());
    }

    DataStream<Message> events(StreamExecutionEnvironment env, Timing timing) {
        return env.fromSource(
                        source(kafka.topics().events(), KafkaMessages.ofEvents(settings.wire()), startOfEvents()),
                        EventTime.byEvents(timing, settings.stream()),
                        "Events",
                        RecordTypes.MESSAGE)
                .uid(Uids.EVENTS_SOURCE);
    }

    private DataStream<Message> catalog(StreamExecutionEnvironment env, Timing timing) {
        return env.fromSource(
                        source(
                                kafka.topics().catalog(),
                                KafkaMessages.ofCatalog(settings.wire()),
                                OffsetsInitializer.earliest()),
                        EventTime.byChanges(timing, settings.stream()),
                        "Catalogue",
                        RecordTypes.MESSAGE)
                .uid(Uids.CATALOG_SOURCE);
    }

    private OffsetsInitializer startOfEvents() {
        StartAt start = kafka.startAt();
        return switch (start.where()) {
            case SAVEPOINT, EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
            case TIME -> OffsetsInitializer.timestamp(start.time());
        };
    }

    private TopicSource source(String topic, KafkaMessages messages, OffsetsInitializer start) {
        KafkaSource<Message> source = KafkaSource.<Message>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setProperties(kafka.consumer())
                .setGroupId(kafka.group())
                .setTopics(topic)
                .setStartingOffsets(start)
                .setDeserializer(messages)
                .build();
        return new TopicSource(topic, messages, settings.stream().idleness(), kafka.admin(), kafka.consumer(), source);
    }

    private <T> KafkaSink<T> sink(
            String topic, SerializableFunction<T, String> key, Encoder<T> encoder, DeliveryGuarantee delivery) {
        return sink(topic, topic, key, encoder, delivery);
    }

    /**
     * @param name the sink's among those of the job: two that write to one topic have transactions of their own
     */
    private <T> KafkaSink<T> sink(
            String name,
            String topic,
            SerializableFunction<T, String> key,
            Encoder<T> encoder,
            DeliveryGuarantee delivery) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setKafkaProducerConfig(kafka.producer())
                .setProperty(
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        String.valueOf(kafka.transactionTimeout().toMillis()))
                .setTransactionalIdPrefix(kafka.group() + "-" + name)
                .setDeliveryGuarantee(delivery)
                .setRecordSerializer(new KafkaRecords<>(topic, key, encoder))
                .build();
    }
}
