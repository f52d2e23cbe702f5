package akin.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One page about some runs, without anything from elsewhere. */
public final class Page {
    private Page() {}

    /** The page about what is in these folders. */
    public static String of(List<Path> folders) throws IOException {
        List<Run> runs = RunReader.read(folders);
        Markup to = new Markup();
        to.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        head(to, "Akin: " + String.join(", ", runs.stream().map(Run::name).toList()));
        to.open("body").open("main").leaf("h1", "How good are the similar products?");
        RunCards.draw(to, runs);
        new Tables(to, runs).draw();
        new Charts(to, runs).draw();
        return to.close().close().close().done();
    }

    static void head(Markup to, String title) {
        to.open("head").empty("meta", "charset", "utf-8");
        meta(to, "viewport", "width=device-width, initial-scale=1");
        meta(to, "color-scheme", "light dark");
        String policy = "default-src 'none'; style-src 'unsafe-inline'";
        to.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        to.leaf("title", title).style(css()).close();
    }

    private static void meta(Markup to, String name, String content) {
        to.empty("meta", "name", name, "content", content);
    }

    private static String css() {
        try (InputStream css = Page.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
