package akin.tools.report;

import java.util.List;
import java.util.function.IntConsumer;

/** What the colours of a chart mean. */
final class Legend {
    private Legend() {}

    /** @param look number in the {@link Palette} */
    record Entry(String name, int look) {}

    static void lines(Markup to, List<Entry> entries) {
        write(
                to,
                entries,
                30,
                look -> to.empty(
                        "polyline", "class", "curve", "stroke-dasharray", Palette.dashes(look), "points", "0,6 30,6"));
    }

    static void dots(Markup to, List<Entry> entries) {
        write(to, entries, 12, look -> to.empty("circle", "class", "dot", "cx", 6, "cy", 6, "r", 5));
    }

    private static void write(Markup to, List<Entry> entries, int width, IntConsumer sample) {
        to.open("ul", "class", "legend");
        for (Entry entry : entries) {
            String style = Palette.colour(entry.look()) + ";width:" + width + "px";
            to.open("li")
                    .open(
                            "svg",
                            "xmlns",
                            "http://www.w3.org/2000/svg",
                            "viewBox",
                            "0 0 " + width + " 12",
                            "class",
                            "key",
                            "aria-hidden",
                            "true",
                            "style",
                            style);
            sample.accept(entry.look());
            to.close().leaf("span", entry.name()).close();
        }
        to.close();
    }
}
