package akin.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * How something went over event time.
 *
 * @param factor what values are multiplied with to be shown
 * @param fromZero whether the axis starts at 0
 */
record TimeChart(String yTitle, double factor, String unit, boolean fromZero) {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 360;
    private static final double LEFT = 56;
    private static final double TOP = 34;
    private static final double BOTTOM = 304;

    static final TimeChart HITS = new TimeChart("hit@10", 100, "%", true);
    static final TimeChart LOSS = new TimeChart("mean loss of an example", 1, "", false);

    /**
     * Draws what at least one of the intervals has.
     *
     * @param means of an interval by name
     * @param names in the order of their looks
     */
    void draw(Markup to, List<Interval> intervals, Function<Interval, Map<String, Mean>> means, List<String> names) {
        List<Curves.Curve> curves = curves(intervals, means, names);
        Legend.lines(to, Curves.legend(curves));
        double right = WIDTH - Curves.room(curves);
        Scale x = times(curves, right);
        Frame frame = new Frame(x, values(curves));
        Frame.open(to.open("div", "class", "wide"), WIDTH, HEIGHT, yTitle + " over event time");
        frame.draw(
                to,
                TimeTicks.over(x),
                "event time (UTC), " + TimeTicks.days(x),
                frame.y().ticks(7, factor, unit),
                yTitle + (unit.isEmpty() ? "" : " in " + unit));
        new Curves(frame).draw(to, curves);
        to.close().close();
    }

    private static List<Curves.Curve> curves(
            List<Interval> intervals, Function<Interval, Map<String, Mean>> means, List<String> names) {
        Map<Integer, List<double[]>> points = new TreeMap<>();
        for (Interval interval : intervals) {
            means.apply(interval)
                    .forEach((name, mean) -> points.computeIfAbsent(names.indexOf(name), look -> new ArrayList<>())
                            .add(new double[] {interval.timestamp(), mean.value()}));
        }
        List<Curves.Curve> curves = new ArrayList<>();
        points.forEach((look, at) -> curves.add(new Curves.Curve(
                names.get(look),
                look,
                at.stream().mapToDouble(point -> point[0]).toArray(),
                at.stream().mapToDouble(point -> point[1]).toArray(),
                null)));
        return curves;
    }

    private static Scale times(List<Curves.Curve> curves, double right) {
        double first = curves.stream().mapToDouble(curve -> curve.x()[0]).min().orElse(0);
        double last = curves.stream()
                .mapToDouble(curve -> curve.x()[curve.x().length - 1])
                .max()
                .orElse(0);
        double room = last > first ? 0 : 60_000;
        return new Scale(first - room, last + room, LEFT, right);
    }

    private Scale values(List<Curves.Curve> curves) {
        double[] all = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.y()))
                .toArray();
        double least = fromZero ? 0 : DoubleStream.of(all).min().orElse(0);
        return Scale.over(least, DoubleStream.of(all).max().orElse(1), BOTTOM, TOP)
                .rounded(5);
    }
}
