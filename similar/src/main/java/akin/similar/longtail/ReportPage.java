package akin.similar.longtail;

import akin.models.kernel.Matrix;
import akin.models.random.Hash;
import akin.similar.catalogue.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A page with what the long tail gains: figures by the number of interactions, and maps of the items. */
final class ReportPage {
    private static final List<String> COLOURS =
            List.of("#888888", "#1f77b4", "#9467bd", "#d62728", "#ff7f0e", "#2ca02c");
    private static final int MOST_POINTS = 6000;
    private static final int POPULAR = 30;
    private static final int WIDTH = 620;
    private static final int HEIGHT = 380;

    private final StringBuilder html = new StringBuilder();

    private ReportPage() {}

    static void write(Path folder, UserSequences sequences, Behaviour behaviour, Experiment.Outcome outcome)
            throws IOException {
        ReportPage page = new ReportPage();
        page.head();
        page.table(outcome.quality());
        page.chart("NDCG@10 by interactions of the target in train", outcome.byInteractions(), Figures::ndcg10);
        page.chart("Recall@20 by interactions of the target in train", outcome.byInteractions(), Figures::recall20);
        page.chart(
                "Irrelevance: share of targets beyond place 20",
                outcome.byInteractions(),
                figures -> 1 - figures.recall20());
        page.map("Items by behaviour alone", sequences, behaviour, behaviour.learned());
        page.map(
                "Items by behaviour and content",
                sequences,
                behaviour,
                behaviour.blended(outcome.settings().kappa()));
        page.html.append("</body></html>\n");
        Files.writeString(folder.resolve("report.html"), page.html);
    }

    private void head() {
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The long tail</title>")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src")
                .append(" 'unsafe-inline'\"><style>body{font:14px sans-serif;margin:2em;max-width:1300px}")
                .append("table{border-collapse:collapse}td,th{padding:3px 10px;text-align:right}")
                .append("tr{border-bottom:1px solid #ddd}svg{margin-right:1em}</style></head><body>")
                .append("<h1>The long tail</h1>\n");
    }

    private void table(Map<String, Map<String, Figures>> quality) {
        html.append("<table><tr><th>ranker</th><th>task</th><th>positions</th><th>Recall@20</th><th>NDCG@10</th>")
                .append("<th>MAP</th></tr>\n");
        quality.forEach((ranker, tasks) -> tasks.forEach((task, figures) -> html.append(String.format(
                Locale.ROOT,
                "<tr><td>%s</td><td>%s</td><td>%d</td><td>%.4f</td><td>%.4f</td><td>%.4f</td></tr>%n",
                ranker,
                task,
                figures.positions(),
                figures.recall20(),
                figures.ndcg10(),
                figures.map()))));
        html.append("</table>\n");
    }

    private void chart(String title, Map<String, Map<String, Figures>> series, ToDoubleFunction<Figures> figure) {
        List<String> buckets = new ArrayList<>();
        series.values()
                .forEach(of -> of.keySet().stream()
                        .filter(bucket -> !buckets.contains(bucket))
                        .forEach(buckets::add));
        double most = series.values().stream()
                .flatMap(of -> of.values().stream())
                .mapToDouble(figure)
                .max()
                .orElse(1);
        startSvg(title);
        double step = (WIDTH - 190.0) / Math.max(1, buckets.size() - 1);
        for (int i = 0; i < buckets.size(); i++) {
            text(50 + i * step, HEIGHT - 10, buckets.get(i), "#000");
        }
        text(2, 40, String.format(Locale.ROOT, "%.3f", most), "#000");
        text(2, HEIGHT - 30, "0", "#000");
        int n = 0;
        for (Map.Entry<String, Map<String, Figures>> one : series.entrySet()) {
            String colour = COLOURS.get(n % COLOURS.size());
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < buckets.size(); i++) {
                Figures figures = one.getValue().get(buckets.get(i));
                if (figures != null) {
                    double y = HEIGHT - 30 - (HEIGHT - 70) * figure.applyAsDouble(figures) / Math.max(1e-9, most);
                    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", 50 + i * step, y));
                }
            }
            html.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                    .append(colour)
                    .append("\" points=\"")
                    .append(points)
                    .append("\"/>");
            text(WIDTH - 110, 50 + 18 * n++, one.getKey(), colour);
        }
        html.append("</svg>\n");
    }

    private void map(String title, UserSequences sequences, Behaviour behaviour, Matrix vectors) {
        PlaneMap plane = new PlaneMap(vectors);
        List<Integer> shown = sample(vectors.rows());
        double reach = 1e-9;
        for (int item : shown) {
            reach = Math.max(reach, Math.abs(plane.place(vectors, item, 0)));
            reach = Math.max(reach, Math.abs(plane.place(vectors, item, 1)));
        }
        startSvg(title + ": rare ones (fewer than " + POPULAR + " interactions) black");
        for (int pass = 0; pass < 2; pass++) {
            for (int item : shown) {
                boolean rare = behaviour.interactions(item) < POPULAR;
                if (rare == (pass == 1)) {
                    html.append(String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.5\" fill=\"%s\" fill-opacity=\".6\"/>",
                            WIDTH / 2.0 + plane.place(vectors, item, 0) / reach * (WIDTH / 2.0 - 10),
                            HEIGHT / 2.0 + 10 + plane.place(vectors, item, 1) / reach * (HEIGHT / 2.0 - 25),
                            rare ? "#000" : colour(sequences.product(item))));
                }
            }
        }
        html.append("</svg>\n");
    }

    private static List<Integer> sample(int items) {
        List<Integer> sample = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            if (Hash.below(Hash.of(7, 0, item), items) < MOST_POINTS) {
                sample.add(item);
            }
        }
        return sample;
    }

    private static String colour(Product product) {
        if (product == null || product.category().isEmpty()) {
            return "#2ca02c";
        }
        long hue = Hash.below(Hash.seed(0, product.category().get(0)), 360);
        return "hsl(" + hue + ",80%,45%)";
    }

    private void startSvg(String title) {
        html.append(String.format(
                "<h2>%s</h2><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\">",
                title, WIDTH, HEIGHT));
    }

    private void text(double x, double y, String text, String colour) {
        html.append(String.format(
                Locale.ROOT, "<text x=\"%.0f\" y=\"%.0f\" font-size=\"12\" fill=\"%s\">%s</text>", x, y, colour, text));
    }
}
