package akin.tools.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Lines in a frame, each with its name beside its end. */
record Curves(Frame frame) {
    private static final double LINE = 16;
    private static final int LONGEST_NAME = 26;
    private static final double CHARACTER = 7;
    private static final int FEW = 40;

    /**
     * @param look number in the {@link Palette}
     * @param sizes of the points' dots in pixels, or null: dots only where points are few
     */
    record Curve(String name, int look, double[] x, double[] y, double[] sizes) {
        double last() {
            return y[y.length - 1];
        }
    }

    /** Room on the right for the longest name. */
    static double room(List<Curve> curves) {
        int longest =
                curves.stream().mapToInt(curve -> curve.name().length()).max().orElse(0);
        return 34 + CHARACTER * Math.min(LONGEST_NAME, longest);
    }

    static List<Legend.Entry> legend(List<Curve> curves) {
        return curves.stream()
                .map(curve -> new Legend.Entry(curve.name(), curve.look()))
                .toList();
    }

    void draw(Markup to, List<Curve> curves) {
        for (Curve curve : curves) {
            to.open("g", "style", Palette.colour(curve.look()));
            line(to, curve);
            dots(to, curve);
            to.close();
        }
        names(to, curves);
    }

    private void line(Markup to, Curve curve) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < curve.x().length; i++) {
            points.append(String.format(
                    Locale.ROOT,
                    "%s%.1f,%.1f",
                    i == 0 ? "" : " ",
                    frame.x().at(curve.x()[i]),
                    frame.y().at(curve.y()[i])));
        }
        to.empty("polyline", "class", "curve", "stroke-dasharray", Palette.dashes(curve.look()), "points", points);
    }

    private void dots(Markup to, Curve curve) {
        int n = curve.x().length;
        if (curve.sizes() == null && n > FEW) {
            return;
        }
        for (int i = 0; i < n; i++) {
            double size = curve.sizes() == null ? 2.5 : curve.sizes()[i];
            to.empty(
                    "circle",
                    "class",
                    "dot",
                    "cx",
                    frame.x().at(curve.x()[i]),
                    "cy",
                    frame.y().at(curve.y()[i]),
                    "r",
                    size);
        }
    }

    /** The names beside the lines' ends, pushed apart where the ends are close. */
    private void names(Markup to, List<Curve> curves) {
        List<Curve> fromTop = new ArrayList<>(curves);
        fromTop.sort(Comparator.comparingDouble(curve -> frame.y().at(curve.last())));
        double[] ends = fromTop.stream()
                .mapToDouble(curve -> frame.y().at(curve.last()))
                .toArray();
        double[] places = apart(ends, frame.y().end(), frame.y().start());
        for (int i = 0; i < places.length; i++) {
            Curve curve = fromTop.get(i);
            double from = frame.x().at(curve.x()[curve.x().length - 1]);
            double right = frame.x().end();
            to.open("g", "style", Palette.colour(curve.look()));
            to.empty(
                    "polyline",
                    "class",
                    "leader",
                    "points",
                    String.format(
                            Locale.ROOT,
                            "%.1f,%.1f %.1f,%.1f %.1f,%.1f",
                            from + 3,
                            ends[i],
                            right + 16,
                            places[i],
                            right + 24,
                            places[i]));
            to.open("text", "class", "name", "x", right + 28, "y", places[i] + 4);
            to.text(Numbers.shortened(curve.name(), LONGEST_NAME))
                    .leaf("title", curve.name())
                    .close();
            to.close();
        }
    }

    /** Places at least a line apart, close to where they were wanted, from top to bottom. */
    static double[] apart(double[] wanted, double top, double bottom) {
        double[] places = wanted.clone();
        double line = Math.min(LINE, (bottom - top) / Math.max(1, places.length - 1));
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(places[i], i == 0 ? top : places[i - 1] + line);
        }
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], i == places.length - 1 ? bottom : places[i + 1] - line);
        }
        return places;
    }
}
