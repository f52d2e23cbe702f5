package akin.tools.report;

import akin.models.statistics.Design;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The effect of each treatment over event time, in the band of its confidence sequence. */
final class EffectChart {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 360;
    private static final double LEFT = 64;
    private static final double TOP = 34;
    private static final double BOTTOM = 304;
    /** Wider intervals, those of the first looks, would press all others flat. */
    private static final double WIDEST = 4;

    private final List<JsonNode> looks;

    EffectChart(List<JsonNode> looks) {
        this.looks = looks;
    }

    /** By look: time, effect, and the ends of the interval. */
    private record Course(List<double[]> points) {
        double[] column(int n) {
            return points.stream().mapToDouble(point -> point[n]).toArray();
        }
    }

    void draw(Markup to) {
        Map<String, Course> courses = courses();
        if (courses.isEmpty()) {
            Section.note(to, "There are too few users for an interval yet.");
            return;
        }
        List<Curves.Curve> curves = new ArrayList<>();
        courses.forEach((arm, course) ->
                curves.add(new Curves.Curve(arm, curves.size(), course.column(0), course.column(1), null)));
        Frame frame = frame(courses, WIDTH - Curves.room(curves));
        Legend.lines(to, Curves.legend(curves));
        Frame.open(to.open("div", "class", "wide"), WIDTH, HEIGHT, "effect over event time");
        frame.draw(
                to,
                TimeTicks.over(frame.x()),
                "event time (UTC), " + TimeTicks.days(frame.x()),
                isPreference() ? frame.y().ticks(7, 1, "") : frame.y().ticks(7, 100, "%"),
                (isPreference() ? "lead in clicks a user" : "effect in %")
                        + ", with the interval that holds at all looks");
        Frame.line(
                to,
                "diagonal",
                frame.x().start(),
                frame.y().at(0),
                frame.x().end(),
                frame.y().at(0));
        int look = 0;
        for (Course course : courses.values()) {
            band(to, frame, course, look++);
        }
        new Curves(frame).draw(to, curves);
        to.close().close();
    }

    private boolean isPreference() {
        return looks.get(0).path("metric").asText().equals(Design.PREFERENCE.name());
    }

    private Map<String, Course> courses() {
        Map<String, Course> courses = new TreeMap<>();
        for (JsonNode look : looks) {
            for (JsonNode result : look.path("results")) {
                double[] point = {
                    look.path("timestamp").asDouble(),
                    JsonFiles.number(result.path("effect")),
                    JsonFiles.number(result.path("interval").path(0)),
                    JsonFiles.number(result.path("interval").path(1))
                };
                if (DoubleStream.of(point).allMatch(Double::isFinite)) {
                    courses.computeIfAbsent(result.path("arm").asText(), arm -> new Course(new ArrayList<>()))
                            .points()
                            .add(point);
                }
            }
        }
        return courses;
    }

    private static Frame frame(Map<String, Course> courses, double right) {
        double first = courses.values().stream()
                .mapToDouble(course -> course.column(0)[0])
                .min()
                .orElse(0);
        double last = courses.values().stream()
                .flatMapToDouble(course -> DoubleStream.of(course.column(0)))
                .max()
                .orElse(0);
        double room = last > first ? 0 : 60_000;
        double span = courses.values().stream()
                .mapToDouble(course -> course.points().get(course.points().size() - 1)[3]
                        - course.points().get(course.points().size() - 1)[2])
                .max()
                .orElse(1);
        double low = 0;
        double high = 0;
        for (Course course : courses.values()) {
            double end = course.column(1)[course.points().size() - 1];
            low = Math.min(low, Math.max(least(course.column(2)), end - WIDEST * span));
            high = Math.max(high, Math.min(greatest(course.column(3)), end + WIDEST * span));
        }
        Scale y = Scale.over(low, high, BOTTOM, TOP).rounded(5);
        return new Frame(new Scale(first - room, last + room, LEFT, right), y);
    }

    private static double least(double[] numbers) {
        return DoubleStream.of(numbers).min().orElse(0);
    }

    private static double greatest(double[] numbers) {
        return DoubleStream.of(numbers).max().orElse(0);
    }

    private static void band(Markup to, Frame frame, Course course, int look) {
        StringBuilder points = new StringBuilder();
        int n = course.points().size();
        for (int i = 0; i < 2 * n; i++) {
            double[] point = course.points().get(i < n ? i : 2 * n - 1 - i);
            double value = Math.max(frame.y().from(), Math.min(frame.y().to(), point[i < n ? 2 : 3]));
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", frame.x().at(point[0]), frame.y().at(value)));
        }
        to.open("g", "style", Palette.colour(look));
        to.empty("polygon", "class", "band", "points", points.toString().strip())
                .close();
    }
}
