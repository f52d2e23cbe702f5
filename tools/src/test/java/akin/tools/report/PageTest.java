package akin.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PageTest {
    private static final String HOSTILE = "</text><script>alert('1')</script>&\"\u0000\u202E\uD800";

    @TempDir
    private Path folder;

    /** The page as XML, which fails on what is not well-formed. */
    private static Document page(Path... folders) throws Exception {
        String page = Page.of(List.of(folders));
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
        assertThat(page.replaceAll("xmlns=\"[^\"]*\"", "")).doesNotContain("http:", "https:", "url(", "<script");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<String> texts(Document page, String tag, String style) {
        List<String> texts = new ArrayList<>();
        NodeList elements = page.getElementsByTagName(tag);
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (List.of(element.getAttribute("class").split(" ")).contains(style)) {
                texts.add(element.getTextContent());
            }
        }
        return texts;
    }

    private static List<String> titles(Document page) {
        return texts(page, "h2", "");
    }

    @Test
    void showsTheBestOfEachColumnInBold() throws Exception {
        Document page = page(Folders.of(folder, "demo", Folders.METRICS.formatted("")));

        assertThat(titles(page))
                .containsExactly("demo", "Which items come next: all visits", "Which items go to the cart");
        // hit@10 is the same in what is shown.
        assertThat(texts(page, "td", "best")).containsExactly("25.0", "30.0", "20.0", "25.0", "6.0", "50.0");
        assertThat(texts(page, "td", "number")).contains("–");
        assertThat(texts(page, "p", "note"))
                .contains("demo: the item was among the candidates in 80.0% of the visits; no ranker can exceed that.");
        assertThat(page.getElementsByTagName("dl").item(0).getTextContent())
                .contains("events\n1,200", "events/s\n480", "duration\n2.5 s")
                .doesNotContain("late", "ended");
        assertThat(page.getElementsByTagName("code").item(0).getTextContent()).isEqualTo("abc123");
        assertThat(page.getElementsByTagName("svg").getLength()).isZero();
    }

    @Test
    void comparesFoldersOfSeveralCommands() throws Exception {
        Path demo = Folders.of(folder, "a/out", Folders.METRICS.formatted(""));
        Path other = Folders.of(folder, "b/out", Folders.METRICS.formatted(""));
        Document page = page(demo, other, Folders.of(folder, "evaluated", Folders.EVALUATED));

        assertThat(texts(page, "th", "run"))
                .containsExactly(
                        demo + "1,000 visits ranked, in %\n",
                        other + "1,000 visits ranked, in %\n",
                        demo + "10 visits ranked, in %\n",
                        other + "10 visits ranked, in %\n",
                        "evaluated3 visits ranked, in %\n");
        assertThat(titles(page)).endsWith("The whole catalogue ranked");
        assertThat(texts(page, "td", "best")).endsWith("50.0", "12.5");
    }

    @Test
    void chartsAppearWithTheirData() throws Exception {
        Path run = Folders.of(folder, "run", Folders.METRICS.formatted(Folders.LEARNING));
        Files.writeString(
                run.resolve("quality.jsonl"),
                Folders.line(0, 300, 0.5, "") + "\n"
                        + Folders.line(1, 300, 0.7, ",\"loss\":{\"net\":0.5,\"other\":\"NaN\"}"));
        Document page = page(run);

        assertThat(titles(page))
                .endsWith(
                        "How good the rankers were over time: run",
                        "How the learners' losses went: run",
                        "Do the learners' predictions come true: run");
        // popular, in the frame's 56 to 817 pixels, from 50% to 70% on an axis up to 80%.
        assertThat(((Element) page.getElementsByTagName("polyline").item(1)).getAttribute("points"))
                .isEqualTo("56.0,135.3 817.0,67.8");
        assertThat(texts(page, "text", "tick")).contains("0%", "80%", "20:27:00");
        assertThat(texts(page, "text", "title")).contains("event time (UTC), 28 May 2026", "hit@10 in %");
        assertThat(texts(page, "text", "name")).containsExactly("popularpopular\n", "netnet\n", "netnet\n");
        assertThat(texts(page, "td", "number")).contains("0.2500", "2.5");
    }

    @Test
    void mapsItems() throws Exception {
        Path run = Folders.of(folder, "run", Folders.METRICS.formatted(""));
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(Map.of("item_id", "i" + i, "category", "c" + i % 12 + "/x", "visits", i, "x", i % 7, "y", i / 7));
        }
        items.add(Map.of("item_id", HOSTILE, "category", HOSTILE, "visits", 1e6, "x", 3.5, "y", 3.5));
        items.add(Map.of("item_id", "nowhere", "x", "NaN", "y", 1));
        Map<String, Object> map = Map.of("learner", HOSTILE, "explained", List.of(0.2, 0.1), "items", items);
        new ObjectMapper().writeValue(run.resolve("map.json").toFile(), map);
        Document page = page(run);

        assertThat(texts(page, "circle", "place")).hasSize(41);
        assertThat(texts(page, "circle", "rare")).hasSize(10).contains("i9, c9, 9 visits\n");
        assertThat(texts(page, "text", "name"))
                .hasSize(10)
                .contains("i39", "i31")
                .doesNotContain("i30");
        assertThat(texts(page, "text", "title"))
                .contains(
                        "→ first direction, keeps 20.0% of the variation",
                        "↑ second direction, keeps 10.0% of the variation");
        assertThat(page.getElementsByTagName("li").item(7).getTextContent()).endsWith("6 other categories\n");
    }

    @Test
    void escapesWhateverAFolderSays() throws Exception {
        String hostile = new ObjectMapper().writeValueAsString(HOSTILE.substring(0, HOSTILE.length() - 1));
        String metrics = Folders.METRICS
                .formatted(Folders.LEARNING)
                .replace("\"popular\"", hostile)
                .replace("\"net\"", hostile)
                .replace("\"abc123\"", hostile);
        Path run = Folders.of(folder, "<b>&", metrics);
        Files.writeString(
                run.resolve("quality.jsonl"), Folders.line(0, 1, 0, "").replace("\"popular\"", hostile));
        Document page = page(run);

        assertThat(page.getElementsByTagName("code").item(0).getTextContent())
                .isEqualTo("</text><script>alert('1')</script>&\"\uFFFD\uFFFD");
        assertThat(titles(page)).startsWith("<b>&");
    }

    @Test
    void neighboursAreMergedUntilTheyAreExactEnough() throws IOException {
        Path run = Folders.of(folder, "run", Folders.METRICS.formatted(""));
        StringBuilder lines = new StringBuilder();
        for (int minute = 0; minute < 10_000; minute++) {
            lines.append(Folders.line(minute, 1, minute % 2, ""));
        }
        Files.writeString(run.resolve("quality.jsonl"), lines);
        List<Interval> history = RunReader.read(List.of(run)).get(0).history();
        List<Interval> merged = Interval.merged(history, 1000);

        assertThat(history).hasSizeLessThan(4096);
        assertThat(merged).hasSizeBetween(9, 10);
        assertThat(merged.stream().mapToDouble(Interval::visits).sum()).isEqualTo(10_000);
        assertThat(merged.get(3).hits().get("popular").value()).isEqualTo(0.5);
    }

    @Test
    void tellsWhatIsWrongWithAFolder() throws IOException {
        Path broken = Folders.of(folder, "broken", "{\"quality\":");
        Path list = Folders.of(folder, "list", "[]");
        Path bare = Folders.of(folder, "bare", "{}");
        Path lines = Folders.of(folder, "lines", Folders.METRICS.formatted(""));
        Files.writeString(lines.resolve("quality.jsonl"), Folders.line(0, 1, 0, "") + "{\"times");
        Path map = Folders.of(folder, "map", Folders.METRICS.formatted(""));
        Files.write(map.resolve("map.json"), new byte[] {'"', (byte) 0xC3, '"'});

        assertThatThrownBy(() -> Page.of(List.of(folder.resolve("none"))))
                .hasMessage("there is no folder " + folder.resolve("none")
                        + ": name one that demo, replay or evaluate wrote with --out");
        assertThatThrownBy(() -> Page.of(List.of(folder)))
                .hasMessageStartingWith("there is no file " + folder.resolve("metrics.json"));
        assertThatThrownBy(() -> Page.of(List.of(broken)))
                .hasMessageStartingWith(broken.resolve("metrics.json") + " can't be read: ")
                .hasMessageEndingWith("run the command again that wrote its folder, or leave it out");
        assertThatThrownBy(() -> Page.of(List.of(list)))
                .hasMessageContaining("metrics.json can't be read: it is not a JSON object");
        assertThatThrownBy(() -> Page.of(List.of(bare))).hasMessageContaining("metrics.json has no quality");
        assertThatThrownBy(() -> Page.of(List.of(lines))).hasMessageContaining("quality.jsonl:2 can't be read: ");
        assertThatThrownBy(() -> Page.of(List.of(map))).hasMessageContaining("map.json can't be read: it is not UTF-8");
    }
}
