package akin.tools.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import akin.models.catalog.Item;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Ids;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a file holds, each of its lines is a dead letter, an event or what is told of an item, and none an exception. */
class ReadersFuzzTest {
    private static final Map<String, String> VALID = Map.of(
            "events",
                    "{\"event_id\":\"e\",\"user_id\":\"u\",\"item_id\":\"i\",\"type\":\"view\",\"timestamp\":1704880800000}\n"
                            + "{\"item_id\":\"i\",\"category\":[\"a\"],\"price\":9.5,\"attributes\":{\"colour\":\"red\"}}\n",
            "sessions", "1 2 3\n4 5\n",
            "uci-clothing",
                    "year;month;day;order;country;session ID;page 1 (main category);page 2 (clothing model);colour;location;"
                            + "model photography;price;price 2;page\n2008;4;1;1;29;1;1;A13;1;5;1;28;2;1\n",
            "taobao", "timestamp,user,item,behavior\n1511539200,1,2,fav\n",
            "jdata", "action_time,user_id,sku_id,type,session_id\n2018-03-01 00:00:06,1,2,1,42\n",
            "rees46",
                    "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session\n"
                            + "2019-10-01 00:00:00 UTC,view,1,9,a.b,\"x, \"\"y\"\"\",35.79,5,s\n",
            "retailrocket", "timestamp,itemid,property,value\n1433221332000,3,categoryid,20\n",
            "yoochoose", "1,2014-04-07T10:51:09.277Z,214,0\n".repeat(20),
            "diginetica", "session_id;user_id;item_id;timeframe;eventdate\n1;NA;81766;526309;2016-05-09\n");

    @Provide
    Arbitrary<String> formats() {
        return Arbitraries.of(List.copyOf(VALID.keySet().stream().sorted().toList()));
    }

    /** Changes of some bytes of a valid file, behind its first line. */
    @Provide
    Arbitrary<List<int[]>> mutations() {
        Arbitrary<int[]> mutation = Combinators.combine(
                        Arbitraries.integers().between(0, 1 << 20),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.frequencyOf(
                                Tuple.of(
                                        3,
                                        Arbitraries.of(
                                                (int) '"',
                                                (int) ',',
                                                (int) ';',
                                                (int) '\n',
                                                0,
                                                0xED,
                                                (int) '\\',
                                                (int) '-',
                                                (int) '9',
                                                (int) '\r')),
                                Tuple.of(1, Arbitraries.integers().between(0, 255))))
                .as((at, kind, value) -> new int[] {at, kind, value});
        return mutation.list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 400, seed = "11")
    void mutatedLines(@ForAll("formats") String format, @ForAll("mutations") List<int[]> mutations) throws IOException {
        byte[] bytes = VALID.get(format).repeat(3).getBytes(StandardCharsets.UTF_8);
        int body = format.equals("events") || format.equals("sessions") || format.equals("yoochoose")
                ? 0
                : VALID.get(format).indexOf('\n') + 1;
        for (int[] mutation : mutations) {
            int at = body + mutation[0] % (bytes.length - body);
            if (mutation[1] == 0) {
                bytes[at] = (byte) mutation[2];
            } else if (mutation[1] == 1) {
                System.arraycopy(bytes, at, bytes, Math.max(body, at - 1), bytes.length - at);
            } else {
                bytes[at] ^= (byte) (1 << mutation[2] % 8);
            }
        }
        check(format, bytes);
    }

    @Property(tries = 100, seed = "12")
    void anyBytesBehindAHeader(@ForAll("formats") String format, @ForAll long seed) throws IOException {
        byte[] noise = new byte[300];
        new Random(seed).nextBytes(noise);
        String valid = VALID.get(format);
        byte[] bytes = new byte[valid.length() + noise.length];
        System.arraycopy(valid.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, valid.length());
        System.arraycopy(noise, 0, bytes, valid.length(), noise.length);
        check(format, bytes);
    }

    private static void check(String format, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("akin-fuzz", ".log");
        try {
            Files.write(file, bytes);
            Logs.read(Logs.of(format, file)).forEach(ReadersFuzzTest::check);
        } finally {
            Files.delete(file);
        }
    }

    private static void check(Message message) {
        if (message instanceof Message.ShopEvent happened) {
            Event event = happened.event();
            assertThat(List.of(event.eventId(), event.userId(), event.itemId())).allMatch(Ids::isValid);
            assertThat(event.sessionId() == null || Ids.isValid(event.sessionId()))
                    .isTrue();
            assertThat(event.timestamp()).isBetween(946684800000L, Logs.UNTIL);
        } else if (message instanceof Message.ItemChange change) {
            Item item = change.item();
            assertThat(Ids.isValid(item.itemId())).isTrue();
            assertThat(item.category()).allMatch(Ids::isValid);
            assertThat(item.attributes().values()).allMatch(Ids::isWellFormed);
        } else if (message instanceof Message.Unreadable unreadable) {
            DeadLetter letter = unreadable.letter();
            assertThat(letter.origin()).matches("(?s).*:\\d+");
            assertThat(letter.reason()).isNotBlank().matches(Ids::isWellFormed);
        } else {
            fail("a reader gave " + message);
        }
    }
}
