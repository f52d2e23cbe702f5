package akin.tools.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real logs have in them that their descriptions don't say. */
class OddLinesTest {
    private static final String REES46 =
            "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> letters(List<Message> messages) {
        return Logs.letters(messages).stream()
                .map(letter -> letter.origin().replace(folder + "/", "") + " " + letter.reason())
                .toList();
    }

    @Test
    void aFileSavedByASpreadsheetReadsLikeAnother() throws IOException {
        String line = "2019-11-05 10:00:00 UTC,view,6001,88,apparel.shoes,acme,49.90,71,aa";
        List<Message> plain = Logs.read(Logs.of("rees46", file("log.csv", REES46 + line + "\n")));
        String saved = "\ufeff" + (REES46 + line + "\n").replace("\n", "\r\n");

        assertThat(Logs.read(Logs.of("rees46", file("log.csv", saved)))).isEqualTo(plain);
        assertThat(Logs.events(plain)).hasSize(1);
    }

    @Test
    void whatIsOddOfAnItemCostsNoVisit() throws IOException {
        List<Message> messages = Logs.read(Logs.of(
                "rees46",
                file(
                        "log.csv",
                        REES46
                                + "2019-11-05 10:00:00 UTC,view,1,88,a.b,acme,-7.94,71,aa\n"
                                + "2019-11-05 10:00:01 UTC,view,2,88,a.b,acme,0.00,71,aa\n"
                                + "2019-11-05 10:00:02 UTC,view,3,,,,n/a,71,\n"
                                + "2019-11-05 10:00:03 UTC,view,4,89,\"home, garden.tools\",\"O\"\"Neil, Inc\",12.00,72,bb\n"
                                + "2019-11-05 10:00:04 UTC,view,5,90,kids.toys,\"two\nlines\",5.00,72,bb\n"
                                + REES46
                                + "2019-11-05 10:00:05 UTC,remove_from_cart,1,88,a.b,acme,1,71,aa\n"
                                + "2019-11-05 10:00:06 UTC,view,1,88,a.b,acme,49.90,,cc\n")));

        assertThat(Logs.events(messages)).extracting(Event::itemId).containsExactly("1", "2", "3", "4", "5");
        assertThat(Logs.events(messages).get(2).sessionId()).isNull();
        assertThat(Logs.items(messages))
                .extracting(Item::price)
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, 12.0, 5.0);
        assertThat(Logs.items(messages))
                .extracting(Item::brand)
                .containsExactly("acme", "acme", null, "O\"Neil, Inc", "two\nlines");
        assertThat(Logs.items(messages).get(2).category()).isEmpty();
        assertThat(letters(messages))
                .containsExactly(
                        "log.csv:8 event_time is event_time, allowed is a time in the format yyyy-MM-dd HH:mm:ss[ 'UTC']",
                        "log.csv:9 event_type is remove_from_cart, allowed is cart, purchase, view",
                        "log.csv:10 user_id is empty");
    }

    @Test
    void aLineOfAnImpossibleDateTellsNothingOfItsItem() throws IOException {
        List<Message> messages = Logs.read(Logs.of(
                "rees46",
                file(
                        "log.csv",
                        REES46
                                + "2109-11-05 10:00:00 UTC,view,6101,88,apparel.shoes,acme,50.00,81,aa\n"
                                + "2019-02-30 10:00:00 UTC,view,6101,88,apparel.shoes,acme,50.00,81,aa\n"
                                + "2019-11-05 10:00:10 UTC,view,6101,88,apparel.shoes,acme,50.00,81,aa\n")));

        assertThat(Logs.items(messages))
                .singleElement()
                .extracting(Item::timestamp)
                .isEqualTo(1572948010000L);
        assertThat(letters(messages)).hasSize(2);
        assertThat(letters(messages).get(0))
                .startsWith(
                        "log.csv:2 event_time is 2109-11-05 10:00:00 UTC, allowed is a time from 2000-01-01T00:00:00Z");
        assertThat(letters(messages).get(1)).startsWith("log.csv:3 event_time is 2019-02-30");
    }

    @Test
    void aLogInTheOrderOfUsersIsSorted() throws IOException {
        List<Message> messages = Logs.read(Logs.of(
                "taobao",
                file(
                        "UserBehavior.csv",
                        "1,801,5,pv,1511571600\n1,802,5,pv,1511658000\n2,803,6,buy,1511575200\n"
                                + "2,804,6,pv,-2134949234\n2,805,6,pv,2122867355\n2,806,6,pv,1511611200000\n")));

        assertThat(Logs.events(messages)).extracting(Event::itemId).containsExactly("801", "803", "802");
        assertThat(Logs.items(messages)).extracting(Item::category).contains(List.of("5"), List.of("6"));
        assertThat(letters(messages))
                .extracting(letter -> letter.substring(0, 18))
                .containsExactly("UserBehavior.csv:4", "UserBehavior.csv:5", "UserBehavior.csv:6");
    }

    @Test
    void filesAreOfTheKindThatTheirColumnsSay() throws IOException {
        Path views = file(
                "train-item-views.csv",
                "sessionId;userId;itemId;timeframe;eventdate\n41;NA;9001;0;2016-05-09\n41;NA;9003;;2016-05-09\n");
        Path purchases = file(
                "train-purchases.csv",
                "sessionId;userId;timeframe;eventdate;ordernumber;itemId\n41;NA;90000;2016-05-09;7001;9002\n");
        Path products = file("products.csv", "itemId;pricelog2;product.name.tokens\n9001;4;12,13\n");
        List<Message> messages = Logs.read(Logs.of("diginetica", views, purchases));

        assertThat(Logs.events(messages)).extracting(Event::type).containsExactly(EventType.VIEW, EventType.PURCHASE);
        assertThat(Logs.events(messages)).extracting(Event::userId).containsOnly("s41");
        assertThat(letters(messages)).containsExactly("train-item-views.csv:3 timeframe is empty");
        assertThatThrownBy(() -> Logs.read(Logs.of("diginetica", views, products)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("products.csv");
    }

    @Test
    void mostLinesTellTheKindOfAFileWithoutHeader() throws IOException {
        Path clicks = file(
                "clicks.dat",
                "\ufeff21,2014-05-01T08:00:00.000Z,3001,0\r\n21,2014-05-01T08:01:00.000Z,3002,S\r\n"
                        + "22,2014-05-01T09:00:30.000Z,3002,0,\r\n22,2014-05-01T09:00:31.000Z,3002,0,7\r\n");
        Path buys = file("buys.dat", "21,2014-05-01T08:05:00.000Z,3003,0,0\n");
        Path withHeader = file("h.dat", "session_id,timestamp,item_id,category\n21,2014-05-01T08:00:00.000Z,3001,0\n");
        List<Message> messages = Logs.read(Logs.of("yoochoose", clicks, buys));

        assertThat(Logs.events(messages)).extracting(Event::userId).containsExactly("21", "21", "21", "22");
        assertThat(Logs.events(messages))
                .extracting(Event::type)
                .containsExactly(EventType.VIEW, EventType.VIEW, EventType.PURCHASE, EventType.VIEW);
        assertThat(letters(messages))
                .containsExactly("clicks.dat:4 5 fields, allowed are 4: session, timestamp, item, category");
        assertThat(letters(Logs.read(Logs.of("yoochoose", withHeader)))).hasSize(1);
    }

    @Test
    void aBadRowOfASideFileIsOneDeadLetter() throws IOException {
        Path tree = file("category_tree.csv", "categoryid,parentid\n20,10\n30,10\n40\n10,\n\n");
        Path properties = file(
                "properties.csv",
                "timestamp,itemid,property,value\n1433900000000,501,categoryid,20\n\n5,501,available,0\n");
        Path events =
                file("events.csv", "timestamp,visitorid,event,itemid,transactionid\n1434000000000,11,view,501,\n");
        List<Message> messages = Logs.read(Logs.of("retailrocket", events, properties, tree));

        assertThat(letters(messages)).hasSize(2);
        assertThat(letters(messages)).contains("category_tree.csv:4 1 fields, 2 are needed: categoryid, parentid");
        assertThat(Logs.items(messages))
                .singleElement()
                .extracting(Item::category)
                .isEqualTo(List.of("10", "20"));
        assertThat(Logs.events(messages)).hasSize(1);
    }

    @Test
    void attributesMayBeNamedLikeFieldsOfEvents() throws IOException {
        List<Message> messages = Logs.read(Logs.of(
                "events",
                file(
                        "log.jsonl",
                        "{\"item_id\":\"p1\",\"attributes\":{\"type\":\"boot\",\"user_id\":\"n/a\",\"event_id\":7}}\n"
                                + "{\"item_id\":\"p2\",\"title\":\"\\\"type\\\": sandal\",\"type\":\"sandal\"}\n"
                                + "{\"item_id\":\"p1\",\"type\":\"view\"}\n")));

        assertThat(Logs.items(messages)).extracting(Item::itemId).containsExactly("p1", "p2");
        assertThat(letters(messages)).containsExactly("log.jsonl:3 missing: event_id, user_id, timestamp");
    }

    @Test
    void bytesThatAreNoTextAreNotAltered() throws IOException {
        String text =
                "{\"event_id\":\"e\",\"user_id\":\"caf_\",\"item_id\":\"i\",\"type\":\"view\",\"timestamp\":1704880800000}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[text.indexOf('_', text.indexOf("caf"))] = (byte) 0xE9;
        Path log = Files.write(folder.resolve("raw.jsonl"), bytes);

        assertThat(letters(Logs.read(Logs.of("events", log)))).containsExactly("raw.jsonl:1 not UTF-8");
    }

    @Test
    void aMappingReadsAnyDelimitedLog() throws IOException {
        String mapping = """
                separator: "|"
                quote: ""
                files:
                  - event:
                      user: {column: visitor, otherwise: {column: session, prefix: s}}
                      session: session
                      item: sku
                      type: {column: what, values: {open: view, "in": cart}}
                      time: {column: when, format: "dd.MM.yyyy HH:mm", zone: Europe/Berlin}
                    item:
                      category: [main, {column: sub, split: "/"}]
                      available: stock
                      attributes: {size: size}
                """;
        List<Message> messages = Logs.read(Logs.mapped(
                mapping,
                file(
                        "log.txt",
                        "when|visitor|session|sku|what|main|sub|stock|size\n"
                                + "01.07.2024 12:00|7|a|x \"5|open|shoes|men/boots|no|42\n"
                                + "01.07.2024 12:01||b|y|in|shoes||1|\n")));

        assertThat(Logs.events(messages)).extracting(Event::userId).containsExactly("7", "sb");
        assertThat(Logs.events(messages)).extracting(Event::itemId).containsExactly("x \"5", "y");
        assertThat(Logs.events(messages)).extracting(Event::timestamp).containsExactly(1719828000000L, 1719828060000L);
        assertThat(Logs.items(messages))
                .extracting(Item::category)
                .containsExactly(List.of("shoes", "men", "boots"), List.of("shoes"));
        assertThat(Logs.items(messages)).extracting(Item::available).containsExactly(false, true);
        assertThat(Logs.items(messages).get(1).attributes()).isEmpty();
    }

    @Test
    void aColumnThatIsNotThereIsToldBeforeAnythingIsRead() throws IOException {
        String mapping = "files: [{event: {user: u, item: i, type: {value: view}, time: t}, item: {brand: brnd}}]";
        Path log = file("log.csv", "u,i,t,brand\n1,2,2024-01-01T00:00:00Z,x\n");

        assertThatThrownBy(() -> Logs.mapped(mapping, log).check())
                .hasMessageContaining(
                        "log.csv: the first line must name the columns [u, i, t, brnd]; it is: u,i,t,brand");
        Path twice = file("twice.csv", "u,i,t,brnd,u\n");
        assertThatThrownBy(() -> Logs.mapped(mapping, twice).check()).hasMessageContaining("two columns are named u");
    }
}
