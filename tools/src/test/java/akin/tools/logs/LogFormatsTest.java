package akin.tools.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogFormatsTest {
    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static List<Message> read(String format, Path... files) throws IOException {
        return Logs.read(Logs.of(format, files));
    }

    private static List<String> reasons(List<Message> messages) {
        return Logs.letters(messages).stream()
                .map(letter -> letter.origin() + " " + letter.reason())
                .toList();
    }

    @Test
    void sessions() throws IOException {
        List<Event> events = Logs.events(read("sessions", file("s.txt", "1 2", "", "3  4 5")));

        assertThat(events).extracting(Event::itemId).containsExactly("1", "2", "3", "4", "5");
        assertThat(events)
                .extracting(Event::sessionId)
                .containsExactly("s.txt:1", "s.txt:1", "s.txt:3", "s.txt:3", "s.txt:3");
        assertThat(events).extracting(Event::timestamp).isSorted().doesNotHaveDuplicates();
        assertThat(events).extracting(Event::eventId).contains("s.txt:3:2");
    }

    @Test
    void wireEventsAndItems() throws IOException {
        List<Message> messages = read(
                "events",
                file(
                        "log.jsonl",
                        "{\"item_id\":\"a\"}",
                        "{\"event_id\":\"e\",\"user_id\":\"u\",\"item_id\":\"a\",\"type\":\"view\",\"timestamp\":1780000000000}",
                        "{\"item_id\":\"b\",\"deleted\":true}",
                        "nonsense"));

        assertThat(Logs.items(messages)).extracting(Item::timestamp).containsExactly(0L, 1780000000000L);
        assertThat(Logs.events(messages)).hasSize(1);
        assertThat(reasons(messages)).singleElement().asString().contains("log.jsonl:4 not readable as JSON");
    }

    @Test
    void uciClothing() throws IOException {
        String header = "year;month;day;order;country;session ID;page 1 (main category);page 2 (clothing model);colour;"
                + "location;model photography;price;price 2;page";
        List<Message> messages = read(
                "uci-clothing",
                file(
                        "c.csv",
                        header,
                        "2008;4;1;1;29;1;1;A13;1;5;1;28;2;1",
                        "2008;4;1;2;29;1;1;A13;1;5;1;28;2;1",
                        "2008;4;1;3;29;1;4;A13;1;5;1;20;2;1",
                        "2008;4;1;3;29;1;9;A13;1;5;1;20;2;1",
                        "2008;4"));

        assertThat(Logs.items(messages))
                .extracting(Item::category)
                .containsExactly(List.of("trousers"), List.of("sale"), List.of("9"));
        assertThat(Logs.events(messages))
                .extracting(Event::timestamp)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(reasons(messages))
                .singleElement()
                .asString()
                .contains("c.csv:6 2 fields, 8 are needed: year, month");
    }

    @Test
    void taobao() throws IOException {
        List<Message> messages = read(
                "taobao",
                file(
                        "t.csv",
                        "timestamp,user,item,behavior",
                        "1511539200,1,2,fav",
                        "1511539201,1,2,buy",
                        "x,1,2,cart",
                        "1511539201,1,2,steal"));

        assertThat(Logs.events(messages)).extracting(Event::type).containsExactly(EventType.VIEW, EventType.PURCHASE);
        assertThat(Logs.events(messages)).extracting(Event::timestamp).containsExactly(1511539200000L, 1511539201000L);
        assertThat(reasons(messages))
                .anySatisfy(reason -> assertThat(reason).contains("timestamp is x, allowed is a whole number"));
        assertThat(reasons(messages))
                .anySatisfy(reason -> assertThat(reason).contains("behavior is steal, allowed is buy, cart, fav, pv"));
    }

    @Test
    void jdata() throws IOException {
        Path events = file("e.csv", "action_time,user_id,sku_id,type,session_id", "2018-03-01 00:00:06,1,2,1,42");
        Path items = file("i.csv", "sku_id,brand,shop,category,year", "2,73,695,69,201512");
        List<Message> messages = read("jdata", events, items);

        assertThat(Logs.items(messages).get(0).attributes()).containsEntry("shop", "695");
        assertThat(Logs.events(messages).get(0).timestamp()).isEqualTo(1519862406000L);
        assertThat(Logs.events(messages).get(0).sessionId()).isEqualTo("42");
    }

    @Test
    void rees46() throws IOException {
        List<Message> messages = read(
                "rees46",
                file(
                        "r.csv",
                        "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session",
                        "2019-10-01 00:00:00 UTC,view,1,9,a.b,,35.79,5,s",
                        "2019-10-01 00:00:01 UTC,cart,1,9,a.b,,35.79,5,s",
                        "2019-10-01 00:00:02 UTC,remove_from_cart,1,9,,\"x, y\",,5,s"));

        assertThat(Logs.items(messages)).extracting(Item::category).containsExactly(List.of("a", "b"));
        assertThat(Logs.events(messages)).extracting(Event::type).containsExactly(EventType.VIEW, EventType.CART);
        assertThat(reasons(messages)).singleElement().asString().contains("event_type is remove_from_cart");
    }

    @Test
    void retailRocket() throws IOException {
        Path events = file(
                "events.csv",
                "timestamp,visitorid,event,itemid,transactionid",
                "1433221332117,2,view,3,",
                "1433221332118,2,transaction,3,7");
        Path properties = file(
                "p.csv",
                "timestamp,itemid,property,value",
                "1433221332000,3,categoryid,20",
                "1433221332117,3,available,0",
                "1433221332117,3,790,n277");
        Path tree = file("tree.csv", "categoryid,parentid", "20,10", "10,");
        List<Message> messages = read("retailrocket", events, properties, tree);

        assertThat(Logs.items(messages)).extracting(Item::category).containsOnly(List.of("10", "20"));
        assertThat(Logs.items(messages)).extracting(Item::available).containsExactly(true, false);
        assertThat(Logs.events(messages)).extracting(Event::type).containsExactly(EventType.VIEW, EventType.PURCHASE);
        assertThat(messages).extracting(Message::timestamp).isSorted();
    }

    @Test
    void yooChoose() throws IOException {
        Path clicks = file(
                "c.dat",
                "1,2014-04-07T10:51:09.277Z,214,0",
                "2,2014-04-07T10:50:00.000Z,215,S",
                "2,2014-04-07T10:50:01.000Z,216,88");
        Path buys = file("b.dat", "2,2014-04-07T10:50:30.000Z,215,1046,1");
        List<Message> messages = read("yoochoose", clicks, buys);

        assertThat(Logs.events(messages)).extracting(Event::itemId).containsExactly("215", "216", "215", "214");
        assertThat(Logs.events(messages)).extracting(Event::type).contains(EventType.PURCHASE);
        assertThat(Logs.items(messages))
                .extracting(Item::category)
                .contains(List.of("special"), List.of("88"), List.of());
    }

    @Test
    void diginetica() throws IOException {
        Path views = file(
                "v.csv",
                "session_id;user_id;item_id;timeframe;eventdate",
                "1;NA;81766;526309;2016-05-09",
                "1;NA;31331;1031018;2016-05-09");
        Path categories = file("k.csv", "item_id;category_id", "81766;7");
        List<Message> messages = read("diginetica", views, categories);

        assertThat(Logs.items(messages)).extracting(Item::category).containsExactly(List.of("7"));
        assertThat(Logs.events(messages)).extracting(Event::userId).containsOnly("s1");
        assertThat(Logs.events(messages).get(0).timestamp()).isEqualTo(1462752000000L + 526309);
    }

    static List<String> formats() {
        return LogFormats.names().stream()
                .filter(name -> !name.equals(LogFormats.CSV))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellOfFilesThatAreNotThere(String format) throws IOException {
        assertThat(read(format, file("empty"))).isEmpty();
        assertThatThrownBy(() -> read(format, folder.resolve("none")))
                .hasMessageContaining("there is no file")
                .hasMessageContaining("none");
        assertThatThrownBy(() -> read(format, folder)).hasMessageContaining("is a folder");
    }

    @Test
    void gzipReadsLikePlain() throws IOException {
        Path plain = file("t.csv", "timestamp,user,item,behavior", "1511539200,1,2,fav");
        Path zipped = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(Files.readAllBytes(plain));
        }
        assertThat(read("taobao", zipped)).isEqualTo(read("taobao", plain));

        byte[] bytes = Files.readAllBytes(zipped);
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes, bytes.length - 12));
        assertThatThrownBy(() -> read("taobao", cut))
                .hasMessageContaining("cut.gz")
                .hasMessageContaining("can't be read");
    }

    @Test
    void wrongHeadersAndNamesAreTold() throws IOException {
        Path wrong = file("w.csv", "a,b,c", "1,2,3");
        assertThatThrownBy(() -> read("taobao", wrong))
                .hasMessageContaining("must name the columns [user, item, behavior, timestamp]");
        assertThatThrownBy(() -> read("diginetica", wrong)).hasMessageContaining("must name");
        assertThatThrownBy(() -> Logs.of("excel", wrong))
                .hasMessageContaining("there is no format 'excel', there are events, sessions");
    }
}
