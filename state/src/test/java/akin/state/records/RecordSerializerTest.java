package akin.state.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.attribution.UserInputs;
import akin.models.catalog.Content;
import akin.models.catalog.Item;
import akin.models.component.Learning;
import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.event.SourceTime;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.ranking.Assignment;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.ranking.Provenance;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.ranking.SourceRanks;
import akin.models.ranking.Trial;
import akin.models.recommender.ShardReport;
import akin.models.session.Quota;
import akin.models.session.Seen;
import akin.models.session.Session;
import akin.models.session.SessionsControl;
import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.models.shard.Enhancement;
import akin.models.shard.ItemUpdate;
import akin.models.shard.RankRequest;
import akin.models.shard.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordSerializerTest {
    private static final Event EVENT =
            new Event("e1", "u1", "i✓1", EventType.CART, 1234567890123L, null, "place", null, "r\u00e9", 1299);
    private static final Item ITEM = new Item(
            "i1",
            5,
            List.of("a", "b"),
            null,
            Double.NaN,
            new TreeMap<>(Map.of("colour", "red", "größe", "XL")),
            true,
            9,
            false,
            new Content(
                    "Tasse",
                    new TreeMap<>(Map.of("image", Content.Embedding.of(1, -0.5f))),
                    new TreeMap<>(Map.of("visual", List.of("a", "b")))));
    private static final List<String> LONG_LIST =
            Stream.iterate(0, i -> i + 1).limit(300).map(i -> "item" + i).toList();

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("event", RecordTypes.EVENT, EVENT),
                Arguments.of("arrival", RecordTypes.ARRIVAL, new Arrival(EVENT, EVENT.timestamp() + 5)),
                Arguments.of("arrival-item", RecordTypes.ARRIVAL, Arrival.of(ITEM, 9)),
                Arguments.of("item", RecordTypes.ITEM, ITEM),
                Arguments.of(
                        "source-time",
                        RecordTypes.SOURCE_TIME,
                        new SourceTime("events/3", 5, true, null, 7, 6, 300, 4, 9)),
                Arguments.of(
                        "message-event", RecordTypes.MESSAGE, Message.of(EVENT).from("events/3")),
                Arguments.of("message-item", RecordTypes.MESSAGE, Message.of(ITEM)),
                Arguments.of("message-dead", RecordTypes.MESSAGE, Message.of(DeadLetter.of("o", "r", "t"))),
                Arguments.of("message-end", RecordTypes.MESSAGE, new Message.End(Message.ONLY, 7)),
                Arguments.of("message-caught-up", RecordTypes.MESSAGE, new Message.CaughtUp("events/1", 7, true)),
                Arguments.of("message-away", RecordTypes.MESSAGE, new Message.Away("events/1")),
                Arguments.of(
                        "dead-letter", RecordTypes.DEAD_LETTER, DeadLetter.of("file:3", "broken", "x".repeat(5000))),
                Arguments.of("item-update", RecordTypes.ITEM_UPDATE, new ItemUpdate(3, ITEM, 8)),
                Arguments.of("input-update", RecordTypes.SHARD_INPUT, new ItemUpdate(3, ITEM, 8)),
                Arguments.of(
                        "input-visit",
                        RecordTypes.SHARD_INPUT,
                        new Visit(
                                300,
                                7,
                                "u",
                                9,
                                11,
                                EventType.PURCHASE,
                                "i",
                                List.of("a", "b"),
                                true,
                                false,
                                true,
                                true,
                                EventType.PURCHASE,
                                LONG_LIST)),
                Arguments.of(
                        "input-enhancement",
                        RecordTypes.SHARD_INPUT,
                        new Enhancement(3, 7, "u", 65, "i", EventType.PURCHASE, EventType.CART, List.of("a", "b"))),
                Arguments.of(
                        "input-request",
                        RecordTypes.SHARD_INPUT,
                        new RankRequest(0, 7, "u", 9, 11, "r", "a", "p", List.of(), List.of("x"))),
                Arguments.of(
                        "input-request-experiment",
                        RecordTypes.SHARD_INPUT,
                        new RankRequest(0, 7, "u", 9, 11, "r", "a", "p", List.of(), List.of("x"), assignment())),
                Arguments.of("ranking", RecordTypes.RANKING, ranking()),
                Arguments.of("ranking-experiment", RecordTypes.RANKING, trialled(ranking())),
                Arguments.of("shopper", RecordTypes.SHOPPER, shopper()),
                Arguments.of("shopper-new", RecordTypes.SHOPPER, Shopper.NEW),
                Arguments.of(
                        "shard-versions",
                        RecordTypes.SHARD_VERSIONS,
                        ShardVersions.of(4, 2).plus(5, 1, 0)),
                Arguments.of("shard-report", RecordTypes.SHARD_REPORT, report()),
                Arguments.of("experiment-definitions", RecordTypes.DEFINITIONS, ExperimentRecords.definitions()),
                Arguments.of(
                        "sessions-control",
                        RecordTypes.SESSIONS_CONTROL,
                        SessionsControl.of(ExperimentRecords.definitions())),
                Arguments.of("exposure", RecordTypes.EXPOSURE, ExperimentRecords.exposure()),
                Arguments.of("attribution-user", RecordTypes.USER_INPUTS, ExperimentRecords.user()),
                Arguments.of("attribution-change", RecordTypes.CHANGE, ExperimentRecords.change()),
                Arguments.of("arm-change", RecordTypes.ARM_CHANGE, ExperimentRecords.armChange()),
                Arguments.of("experiment-standing", RecordTypes.STANDING, ExperimentRecords.standing()),
                Arguments.of("experiment-report", RecordTypes.EXPERIMENT_REPORT, ExperimentRecords.report()));
    }

    private static Ranking ranking() {
        SourceRanks ranks = new SourceRanks(List.of("covisit", "popular"), 1, 200);
        return new Ranking("r", "u", "a", "p", 5, 6, List.of(new RankedItem("x", 0.5f, ranks, List.of("w"))));
    }

    private static Ranking trialled(Ranking plain) {
        return new Ranking(
                plain.rankingId(),
                plain.userId(),
                plain.anchorId(),
                plain.placement(),
                plain.timestamp(),
                plain.modelVersion(),
                plain.items(),
                new Provenance(assignment().trials(), "covisit", "b", 3, true));
    }

    private static Assignment assignment() {
        Placement placement = new Placement(
                "p",
                List.of("covisit"),
                "personalized",
                new Placement.Reranking("cre", 50),
                20,
                new Filters(-1, List.of("brand"), true, false, 0.5));
        return new Assignment(placement, List.of(new Trial("e", "new", 2, 99, true)), "popular", 0.25);
    }

    private static Shopper shopper() {
        Session session = new Session("s", 4, 5, 3, List.of("a"), List.of("a", "b"), List.of("a"), List.of("b"));
        return new Shopper(
                9,
                5,
                session,
                List.of(new Seen("a", 4)),
                List.of("b"),
                List.of(EVENT),
                List.of(new Seen("e", 5)),
                new Quota(4, 2));
    }

    private static Map<String, Learning> learning() {
        return new TreeMap<>(Map.of("item2vec", new Learning(3, 1.5, 0, List.of(new Learning.Bin(4, 1, 0.75)))));
    }

    private static ShardReport report() {
        Map<Slice, Figures> slices = new EnumMap<>(Slice.class);
        slices.put(Slice.COLD, Figures.NONE.plus(3));
        return new ShardReport(
                1,
                2,
                3,
                4,
                5,
                null,
                new TreeMap<>(Map.of("popular", slices)),
                Map.of("neighbour_recall", 0.96875),
                learning(),
                null);
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    private static <T> byte[] bytes(TypeSerializer<T> serializer, T record) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(record, out);
        return out.getCopyOfBuffer();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    <T> void readsBackWhatItWrote(String name, TypeInformation<T> type, T record) throws IOException {
        TypeSerializer<T> serializer = serializer(type);
        byte[] bytes = bytes(serializer, record);
        DataInputDeserializer in = new DataInputDeserializer(bytes);

        assertThat(serializer.deserialize(in)).isEqualTo(record);
        assertThat(in.available()).isZero();
        assertThat(serializer.copy(record)).isSameAs(record);
        DataOutputSerializer copied = new DataOutputSerializer(64);
        serializer.copy(new DataInputDeserializer(bytes), copied);
        assertThat(copied.getCopyOfBuffer()).isEqualTo(bytes);
    }

    /** The bytes of a version never change; {@link #main} wrote the files. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    <T> void readsTheBytesOfItsVersion(String name, TypeInformation<T> type, T record) throws IOException {
        byte[] golden = golden(name + ".v" + version(name));

        assertThat(serializer(type).deserialize(new DataInputDeserializer(golden)))
                .isEqualTo(record);
        assertThat(bytes(serializer(type), record)).isEqualTo(golden);
    }

    private static int version(String name) {
        return switch (name) {
            case "shard-report", "ranking", "ranking-experiment", "shopper", "shopper-new", "arrival", "arrival-item" ->
                4;
            case "source-time", "attribution-user" -> 3;
            case "event", "item", "item-update", "exposure" -> 2;
            default -> name.startsWith("input-") || name.startsWith("message-") ? 5 : 1;
        };
    }

    private static byte[] golden(String file) throws IOException {
        try (var in = RecordSerializerTest.class.getResourceAsStream("/golden/" + file + ".hex")) {
            return HexFormat.of().parseHex(new String(in.readAllBytes()).strip());
        }
    }

    private static <T> T readVersion1(RecordCodec<T> codec, String name) throws IOException {
        return read(codec, name, 1);
    }

    private static <T> T read(RecordCodec<T> codec, String name, int version) throws IOException {
        return new RecordSerializerSnapshot<>(codec, version)
                .restoreSerializer()
                .deserialize(new DataInputDeserializer(golden(name + ".v" + version)));
    }

    @Test
    void readsEarlierVersionsWithoutWhatTheyDidNotKnow() throws IOException {
        Shopper shopper = readVersion1(ShopperCodec.INSTANCE, "shopper");
        assertThat(shopper.session())
                .isEqualTo(new Session("s", 5, 5, 3, List.of("a"), List.of("a", "b"), List.of(), List.of()));
        assertThat(shopper.recent()).isEqualTo(shopper().recent());
        assertThat(shopper.quota()).isEqualTo(new Quota(0, 0));
        assertThat(readVersion1(ShopperCodec.INSTANCE, "shopper-new")).isEqualTo(Shopper.NEW);
        assertThat(read(ShopperCodec.INSTANCE, "shopper", 2).session().startedAt())
                .isEqualTo(5);
        assertThat(read(ShopperCodec.INSTANCE, "shopper", 2).session().carted()).containsExactly("a");
        assertThat(((Visit) read(ShardInputCodec.INSTANCE, "input-visit", 2)).session())
                .isZero();
        assertThat(((RankRequest) read(ShardInputCodec.INSTANCE, "input-request", 2)).session())
                .isZero();
        assertThat(read(SourceTimeCodec.INSTANCE, "source-time", 2))
                .isEqualTo(new SourceTime("events/3", 5, true, null, 7, 6, 300, 0, 9));
        assertThat(((RankRequest) read(ShardInputCodec.INSTANCE, "input-request", 4)).assignment())
                .isNull();
        assertThat(read(EventCodec.INSTANCE, "event", 1).value()).isZero();
        assertThat(read(ShopperCodec.INSTANCE, "shopper", 3).pending())
                .singleElement()
                .isEqualTo(
                        new Event("e1", "u1", "i✓1", EventType.CART, 1234567890123L, null, "place", null, "r\u00e9"));
        Visit visit = (Visit) readVersion1(ShardInputCodec.INSTANCE, "input-visit");
        assertThat(visit.example()).isFalse();
        assertThat(visit.ledTo()).isEqualTo(EventType.PURCHASE);
        assertThat(visit.companions()).isEqualTo(LONG_LIST);
        assertThat(readVersion1(ShardInputCodec.INSTANCE, "input-request")).isInstanceOf(RankRequest.class);
        assertThat(readVersion1(ShardInputCodec.INSTANCE, "input-update")).isInstanceOf(ItemUpdate.class);
        assertThat(read(ShardInputCodec.INSTANCE, "input-update", 3))
                .isEqualTo(new ItemUpdate(3, ITEM.with(Content.NONE), 8));
        assertThat(readVersion1(ItemCodec.INSTANCE, "item")).isEqualTo(ITEM.with(Content.NONE));
        assertThat(readVersion1(ExposureCodec.INSTANCE, "exposure")).isEqualTo(ExperimentRecords.exposure());
        UserInputs user = readVersion1(UserInputsCodec.INSTANCE, "attribution-user");
        assertThat(user.lists()).isEqualTo(ExperimentRecords.user().lists());
        assertThat(user.outcomes()).isEqualTo(ExperimentRecords.user().outcomes());
        assertThat(user.trail().shown().get(0).done()).containsExactly(4, 0);
        assertThat(read(UserInputsCodec.INSTANCE, "attribution-user", 2)).isEqualTo(ExperimentRecords.user());
        assertThat(readVersion1(ItemUpdateCodec.INSTANCE, "item-update"))
                .isEqualTo(new ItemUpdate(3, ITEM.with(Content.NONE), 8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    <T> void restoresFromItsSnapshot(String name, TypeInformation<T> type, T record) throws IOException {
        TypeSerializer<T> serializer = serializer(type);
        TypeSerializerSnapshot<T> snapshot = restored(written(serializer.snapshotConfiguration()));

        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(snapshot)
                        .isCompatibleAsIs())
                .isTrue();
        assertThat(snapshot.restoreSerializer().deserialize(new DataInputDeserializer(bytes(serializer, record))))
                .isEqualTo(record);
    }

    private static byte[] written(TypeSerializerSnapshot<?> snapshot) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        snapshot.writeSnapshot(out);
        return out.getCopyOfBuffer();
    }

    private static <T> TypeSerializerSnapshot<T> restored(byte[] bytes) throws IOException {
        TypeSerializerSnapshot<T> snapshot = new RecordSerializerSnapshot<>();
        snapshot.readSnapshot(1, new DataInputDeserializer(bytes), RecordSerializerTest.class.getClassLoader());
        return snapshot;
    }

    @Test
    void refusesNewerAndUnknownRecords() throws IOException {
        byte[] newer = written(new RecordSerializerSnapshot<>(EventCodec.INSTANCE, 3));
        assertThatThrownBy(() -> restored(newer))
                .hasMessage("'event' records were serialized with version 3, this build reads up to 2");
        DataOutputSerializer unknown = new DataOutputSerializer(16);
        unknown.writeUTF("gadget");
        unknown.writeInt(1);
        assertThatThrownBy(() -> restored(unknown.getCopyOfBuffer()))
                .hasMessage("records named 'gadget' are not known to this build");
        assertThat(serializer(RecordTypes.EVENT)
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(restored(written(new RecordSerializerSnapshot<>(new Renamed(), 1))))
                        .isIncompatible())
                .isTrue();
    }

    /** Events under the name of another record. */
    private static final class Renamed implements RecordCodec<Event> {
        @Override
        public Class<Event> type() {
            return Event.class;
        }

        @Override
        public String name() {
            return "item";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(Event record, DataOutputView target) {}

        @Override
        public Event read(DataInputView source, int version) {
            return EVENT;
        }
    }

    @Test
    void everyCodecHasItsOwnName() {
        assertThat(RecordTypes.codecs()).extracting(RecordCodec::name).doesNotHaveDuplicates();
    }

    /** Writes the golden files of a new record; never run by the build. */
    public static void main(String[] args) throws IOException {
        for (Arguments arguments : records().toList()) {
            write(Path.of(args[0]), arguments.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static void write(Path folder, Object[] record) throws IOException {
        byte[] bytes = bytes(serializer((TypeInformation<Object>) record[1]), record[2]);
        Files.writeString(
                folder.resolve(record[0] + ".v" + version((String) record[0]) + ".hex"),
                HexFormat.of().formatHex(bytes) + "\n");
    }
}
