package akin.tools.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** Whether predictions come true as often as they say: on the diagonal they do. */
final class Reliability {
    private static final double SIZE = 360;
    private static final double LEFT = 56;
    private static final double TOP = 34;
    private static final double LARGEST = 9;

    private Reliability() {}

    /**
     * Draws the learners that have bins.
     *
     * @param names in the order of their looks
     */
    static void draw(Markup to, List<Learner> learners, List<String> names) {
        List<Curves.Curve> curves = learners.stream()
                .filter(learner -> !learner.bins().isEmpty())
                .map(learner -> curve(learner, names.indexOf(learner.name())))
                .toList();
        if (!curves.isEmpty()) {
            Legend.lines(to, Curves.legend(curves));
            draw(to, curves);
        }
    }

    private static void draw(Markup to, List<Curves.Curve> curves) {
        double greatest = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.concat(DoubleStream.of(curve.x()), DoubleStream.of(curve.y())))
                .max()
                .orElse(1);
        Scale x = Scale.over(0, greatest, LEFT, LEFT + SIZE).rounded(5);
        Frame frame = new Frame(x, new Scale(x.from(), x.to(), TOP + SIZE, TOP));
        double width = LEFT + SIZE + Curves.room(curves);
        Frame.open(to.open("div", "class", "wide"), width, TOP + SIZE + 56, "How often predictions came true");
        Scale.Tick[] ticks = x.ticks(7, 100, "%");
        frame.draw(to, ticks, "predicted on average, in %", ticks, "came true, in % of the examples");
        Frame.line(
                to, "diagonal", x.start(), frame.y().start(), x.end(), frame.y().end());
        new Curves(frame).draw(to, curves);
        to.close().close();
    }

    private static Curves.Curve curve(Learner learner, int look) {
        List<Learner.Bin> bins = learner.bins();
        double most = bins.stream().mapToDouble(Learner.Bin::examples).max().orElse(1);
        return new Curves.Curve(
                learner.name(),
                look,
                bins.stream().mapToDouble(Learner.Bin::predicted).toArray(),
                bins.stream().mapToDouble(Learner.Bin::observed).toArray(),
                bins.stream()
                        .mapToDouble(bin -> Math.max(2.5, LARGEST * Math.sqrt(bin.examples() / most)))
                        .toArray());
    }
}
