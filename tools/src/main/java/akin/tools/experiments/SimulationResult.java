package akin.tools.experiments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What came out of simulated experiments, as shares of the runs.
 *
 * @param planned users of a perfectly planned test at a fixed time
 * @param median users at the decision, over all runs; NaN when fewer than half came to one
 * @param coverage runs whose interval held the true effect at every look
 * @param cut share of the variance that the users' activity took out
 */
record SimulationResult(
        SimulationSettings settings,
        long planned,
        long users,
        double rejected,
        double coverage,
        double median,
        double peeking,
        double once,
        double mismatches,
        double cut) {

    static SimulationResult of(SimulationSettings settings, long planned, long users, List<Course> courses) {
        return new SimulationResult(
                settings,
                planned,
                users,
                share(courses, course -> course.isRejected),
                share(courses, course -> course.isCovered),
                median(courses),
                share(courses, course -> course.isRejectedByPeeking),
                share(courses, course -> course.isRejectedOnce),
                share(courses, course -> course.isMismatch),
                courses.stream().mapToDouble(course -> course.cut).average().orElse(0));
    }

    private static double share(List<Course> courses, Predicate<Course> what) {
        return (double) courses.stream().filter(what).count() / courses.size();
    }

    private static double median(List<Course> courses) {
        double[] sorted = courses.stream()
                .mapToDouble(course -> course.isRejected ? course.decidedAt : Double.POSITIVE_INFINITY)
                .sorted()
                .toArray();
        double median = sorted[sorted.length / 2];
        return Double.isInfinite(median) ? Double.NaN : median;
    }

    /** Writes {@code simulation.json} into a folder. */
    Path write(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("runs", settings.runs());
        root.put("effect", settings.effect());
        ObjectNode sequential = root.putObject("sequential");
        sequential.put("rejected", rejected);
        sequential.put("coverage", coverage);
        if (Double.isNaN(median)) {
            sequential.putNull("median_users_to_decision");
        } else {
            sequential.put("median_users_to_decision", (long) median);
        }
        root.putObject("fixed_with_peeking").put("rejected", peeking);
        root.putObject("fixed_once").put("rejected", once);
        root.put("mismatch_alarms", mismatches);
        Path file = folder.resolve("simulation.json");
        Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        return file;
    }

    /** Returns the same for people. */
    String text() {
        String decision = Double.isNaN(median)
                ? "fewer than half of the runs came to a decision"
                : String.format(
                        "median %,d users to the decision, %.2f times the %,d of a perfectly planned test",
                        (long) median, median / planned, planned);
        return String.format(
                "%,d runs of up to %,d users, true effect %+.1f %%, looked at after every %d users%n"
                        + "  confidence sequence   rejected %.2f %%, held the truth at all looks in %.2f %%; %s%n"
                        + "  fixed test, peeking   rejected %.2f %%%n"
                        + "  fixed test, once      rejected %.2f %%%n"
                        + "  mismatch alarms       %.2f %%%n"
                        + "  CUPED took out        %.1f %% of the variance",
                settings.runs(),
                users,
                100 * settings.effect(),
                settings.every(),
                100 * rejected,
                100 * coverage,
                settings.effect() == 0 ? "no decision is the right one" : decision,
                100 * peeking,
                100 * once,
                100 * mismatches,
                100 * cut);
    }
}
