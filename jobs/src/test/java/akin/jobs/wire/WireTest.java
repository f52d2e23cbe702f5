package akin.jobs.wire;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.WireLimits;
import akin.models.catalog.Content;
import akin.models.catalog.Item;
import akin.models.component.Learning;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.ranking.Provenance;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.ranking.SourceRanks;
import akin.models.ranking.Trial;
import akin.models.recommender.ShardReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
    private static final long ARRIVAL = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();
    private static final String GOOD =
            "\"event_id\":\"e\",\"user_id\":\"u\",\"item_id\":\"i\",\"type\":\"view\",\"timestamp\":1780000000000";

    private final MessageReader reader = new MessageReader(new WireLimits(2000, 16, 32, Duration.ofHours(1)));
    private final MessageWriter writer = new MessageWriter();

    private Message event(String json) {
        return reader.event(json.getBytes(StandardCharsets.UTF_8), ARRIVAL, "events/0@7");
    }

    private Message item(String json) {
        return reader.item(json.getBytes(StandardCharsets.UTF_8), 5, "catalog/0@7");
    }

    private Event happened(String json) {
        return ((Message.ShopEvent) event(json)).event();
    }

    private Item changed(String json) {
        return ((Message.ItemChange) item(json)).item();
    }

    private static DeadLetter letter(Message message) {
        return ((Message.Unreadable) message).letter();
    }

    @Test
    void readsWhatItWrites() {
        Event event = new Event("e1", "ü", "i", EventType.CLICK, ARRIVAL, "s", "p", "a", "r", 1999);
        Item item = new Item(
                "i", 5, List.of("a", "b"), "brand", 9.5, new TreeMap<>(Map.of("colour", "red")), false, ARRIVAL, false);

        Content content = new Content(
                "T",
                new TreeMap<>(Map.of("image", Content.Embedding.of(0.5f, -1e-8f))),
                new TreeMap<>(Map.of("visual", List.of("a", "7"), "gone", List.of())));
        Item known = item.with(content);
        assertThat(reader.item(writer.item(known), 5, "o")).isEqualTo(Message.of(known));
        assertThat(reader.event(writer.event(event), ARRIVAL, "o")).isEqualTo(Message.of(event));
        assertThat(reader.item(writer.item(item), 5, "o")).isEqualTo(Message.of(item));
        assertThat(reader.item(writer.item(Item.deleted("i", 5)), 5, "o")).isEqualTo(Message.of(Item.deleted("i", 5)));
    }

    @Test
    void takesWhatIsOptionalAndIgnoresWhatIsUnknown() {
        Event event = happened("{\"new\":{\"deep\":[1,{}]},\"event_id\":7,\"user_id\":\"u\",\"item_id\":\"i\","
                + "\"type\":\"cart\",\"session_id\":null,\"timestamp\":\"2026-06-01T14:00:00+02:00\"}");

        assertThat(event.eventId()).isEqualTo("7");
        assertThat(event.timestamp()).isEqualTo(ARRIVAL);
        assertThat(event.sessionId()).isNull();
        Item item = changed(
                "{\"item_id\":\"i\",\"title\":\"T\",\"embeddings\":{\"image\":[0.5]},\"attributes\":{\"size\":42}}");
        assertThat(item.attributes()).containsEntry("size", "42");
        assertThat(item.available()).isTrue();
        assertThat(item.content().title()).isEqualTo("T");
        assertThat(item.content().embeddings()).containsEntry("image", Content.Embedding.of(0.5f));
        assertThat(changed("{\"item_id\":\"i\",\"title\":null,\"embeddings\":null}")
                        .content())
                .isEqualTo(Content.NONE);
        assertThat(changed("{\"item_id\":\"i\",\"title\":\"" + "t".repeat(1500) + "\"}")
                        .content()
                        .title())
                .hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "\"embeddings\":[1]|embeddings is [, allowed is an object of names and lists of numbers",
                "\"embeddings\":{\"image\":1}|embeddings.image is 1, allowed is an object of names",
                "\"embeddings\":{\"image\":[1,\"x\"]}|embeddings.image is x, allowed is at most 128 numbers",
                "\"embeddings\":{\"image\":[1e99]}|embeddings.image is 1e99, allowed is at most 128 numbers",
                "\"similar\":{\"visual\":[\"a\",null]}|similar.visual is null, allowed is at most 1000 ids"
            })
    void saysWhichContentIsWrong(String field, String reason) {
        assertThat(letter(item("{\"item_id\":\"i\"," + field + "}")).reason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "{\"type\":\"view\"}|missing: event_id, user_id, item_id, timestamp",
                "{GOOD,\"type\":\"look\"}|Duplicate field 'type'",
                "{\"type\":\"look\"}|type is look, allowed is one of view, cart, purchase, impression, click, request",
                "{\"timestamp\":true}|timestamp is true, allowed is ISO-8601 with an offset or epoch milliseconds",
                "{\"timestamp\":\"2026-06-01\"}|timestamp is 2026-06-01, allowed is ISO-8601",
                "{\"timestamp\":1780318800001}|timestamp is 1780318800001, allowed is a time from 2000",
                "{\"timestamp\":946684799999}|allowed is a time from 2000-01-01T00:00:00Z to 2026-06-01T13:00:00Z",
                "{\"timestamp\":99999999999999999999}|allowed is a time from 2000",
                "{\"timestamp\":1e400}|timestamp is 1e400",
                "{\"user_id\":\"\"}|user_id is , allowed is a text of 1 to 256 characters",
                "{\"user_id\":[1]}|user_id is [, allowed is a text",
                "{\"user_id\":\"half \\ud83d\"}|user_id is half \\ud83d, allowed is a text of 1 to 256 characters that is not blank",
                "{\"item_id\":\"\\udc00i\"}|item_id is \\udc00i, allowed",
                "{\"session_id\":\"s\\u0007\"}|session_id is s\\u0007, allowed",
                "{\"event_id\":\" \"}|event_id is  , allowed",
                "{\"placement\":\"\\ud83d\"}|placement has half a character in it",
                "[1]|not a JSON object",
                "{GOOD} x|not readable as JSON",
                "{GOOD}{GOOD}|something follows the JSON object",
                "{\"a\":NOT}|not readable as JSON",
                "|not a JSON object",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}|nesting depth",
                "{\"a\":123456789012345678901234567890123456}|Number value length",
            })
    void refusesWithTheReason(String json, String reason) {
        String text = json == null ? "" : json.replace("GOOD", GOOD);
        DeadLetter letter = letter(event(text));

        assertThat(letter).isNotNull();
        assertThat(letter.reason()).contains(reason);
        assertThat(letter.origin()).isEqualTo("events/0@7");
        assertThat(letter.text()).isEqualTo(text);
    }

    @Test
    void refusesHugeMessagesAndBrokenItems() {
        assertThat(letter(event("{\"a\":\"" + "x".repeat(5000) + "\"}")).reason())
                .isEqualTo("5008 bytes, allowed are 2000");
        assertThat(letter(event("{\"a\":\"" + "x".repeat(5000) + "\"}")).text()).contains("(5008 characters)");
        assertThat(letter(item("{}")).reason()).isEqualTo("missing: item_id");
        assertThat(letter(item("{\"item_id\":\"i\",\"price\":\"1\"}")).reason())
                .contains("price is 1, allowed is a number");
        assertThat(letter(item("{\"item_id\":\"i\",\"attributes\":{\"a\":\"\\ud83d\"}}"))
                        .reason())
                .contains("attributes.a has half a character in it");
        assertThat(letter(item("{\"item_id\":\"i\",\"category\":[\"\\ud83d\"]}"))
                        .reason())
                .contains("category");
        assertThat(letter(item("{\"item_id\":\"i\",\"category\":\"a\"}")).reason())
                .contains("category");
        assertThat(letter(item("{\"item_id\":\"i\",\"available\":\"yes\"}")).reason())
                .contains("true or false");
        assertThat(letter(reader.event(new byte[] {(byte) 0xFF, (byte) 0xFE}, ARRIVAL, "o")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "0.00", "1e300", "null"})
    void pricesThatCantBeAreUnknown(String price) {
        Item item = changed("{\"item_id\":\"i\",\"price\":" + price + "}");

        assertThat(item.price()).isNaN();
    }

    @Test
    void writesReports() {
        Learning learning = new Learning(4, 2, 1, List.of(new Learning.Bin(0, 0, 0), new Learning.Bin(4, 1, 2)));
        ShardReport report = new ShardReport(
                3,
                5,
                6,
                7,
                8,
                null,
                Map.of("popular", Map.of(Slice.ALL, Figures.NONE.plus(3))),
                Map.of("neighbour_recall", 0.9375),
                Map.of("item2vec", learning),
                null);

        assertThat(new String(writer.report(report), StandardCharsets.UTF_8))
                .startsWith("{\"shard\":3,\"timestamp\":5,\"visits\":6,\"items\":7,\"bytes\":8,"
                        + "\"quality\":{\"popular\":{\"all\":{\"positions\":1,")
                .endsWith("\"neighbour_recall\":0.9375,\"learning\":{\"item2vec\":{\"examples\":4,\"loss\":0.5,"
                        + "\"refused\":1,\"calibration\":[{\"predicted\":0.5,\"observed\":0.25,\"examples\":4}]}}}");
    }

    @Test
    void writesRankings() {
        RankedItem item = new RankedItem(
                "x", 0.25f, new SourceRanks(List.of("covisit", "attributes", "new"), 3, 0, 1), List.of("a"));
        Ranking ranking = new Ranking("r", "u", "a", "similar", 5, 6, List.of(item));

        assertThat(new String(writer.ranking(ranking), StandardCharsets.UTF_8))
                .isEqualTo("{\"ranking_id\":\"r\",\"user_id\":\"u\",\"anchor_id\":\"a\",\"placement\":\"similar\","
                        + "\"timestamp\":5,\"model_version\":6,\"items\":[{\"item_id\":\"x\",\"score\":0.25,"
                        + "\"sources\":{\"covisit\":3,\"new\":1},\"because\":[\"a\"]}]}");
    }

    @Test
    void rankingsOfExperimentsTellHowTheyCameAbout() {
        Trial trial = new Trial("e", "new", 3, 99, false);
        Trial forced = new Trial("f", "b", 3, 99, true);
        Provenance alone = new Provenance(List.of(trial), "popular", "", 2, true);
        Provenance both = new Provenance(List.of(trial, forced), "popular", "ab", 0, false);

        assertThat(new String(writer.ranking(ranking(alone)), StandardCharsets.UTF_8))
                .isEqualTo("{\"ranking_id\":\"r\",\"user_id\":\"u\",\"anchor_id\":\"a\",\"placement\":\"similar\","
                        + "\"experiment\":\"e\",\"arm\":\"new\",\"experiments_version\":3,\"ranker\":\"popular\",\"pair\":2,"
                        + "\"exchanged\":true,\"timestamp\":5,\"model_version\":6,\"items\":[]}");
        assertThat(new String(writer.ranking(ranking(both)), StandardCharsets.UTF_8))
                .contains("\"also\":[{\"experiment\":\"f\",\"arm\":\"b\",\"experiments_version\":3,\"forced\":true}]")
                .contains("\"teams\":\"ab\"");
    }

    private static Ranking ranking(Provenance provenance) {
        return new Ranking("r", "u", "a", "similar", 5, 6, List.of(), provenance);
    }

    @Test
    void aValueIsReadInHundredthsAndNeverNegative() {
        String event = "{\"event_id\":7,\"user_id\":\"u\",\"item_id\":\"i\",\"type\":\"purchase\","
                + "\"timestamp\":\"2026-06-01T14:00:00+02:00\",\"value\":";

        assertThat(happened(event + "19.99}").value()).isEqualTo(1999);
        assertThat(happened(event + "null}").value()).isZero();
        assertThat(letter(reader.event((event + "-1}").getBytes(StandardCharsets.UTF_8), ARRIVAL, "o"))
                        .reason())
                .isEqualTo("value is -1, allowed is a number from 0 to 1000000000");
    }
}
