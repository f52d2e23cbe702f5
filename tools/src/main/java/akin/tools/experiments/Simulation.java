package akin.tools.experiments;

import akin.models.attribution.Attribution;
import akin.models.attribution.AttributionSettings;
import akin.models.experiment.Buckets;
import akin.models.ranking.Trial;
import akin.models.statistics.Analysis;
import akin.models.statistics.Design;
import akin.models.statistics.Difference;
import akin.models.statistics.Estimate;
import akin.models.statistics.Metric;
import akin.models.statistics.Moments;
import akin.models.statistics.Power;
import akin.models.statistics.Reached;
import akin.tools.simulation.Draws;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Runs whole experiments through the attribution and the statistics of the stream. */
final class Simulation {
    private static final Metric METRIC = Metric.of("carts-per-user");
    private static final double ALPHA = 0.05;
    private static final double POWER = 0.8;
    private static final int PILOT = 200_000;
    private static final List<List<Trial>> TRIALS = List.of(trials("control"), trials("treatment"));

    private final SimulationSettings settings;
    private final Attribution attribution = new Attribution(attributionSettings());

    Simulation(SimulationSettings settings) {
        this.settings = settings;
    }

    private static List<Trial> trials(String arm) {
        return List.of(new Trial("simulated", arm, 1, Long.MAX_VALUE, false));
    }

    static AttributionSettings attributionSettings() {
        return new AttributionSettings(
                false,
                Duration.ofMinutes(30),
                Duration.ofDays(1),
                Duration.ofDays(7),
                Duration.ofSeconds(10),
                20,
                Duration.ofDays(60),
                1000,
                100,
                1000);
    }

    /** Runs them all, on all cores; the result doesn't depend on how many there are. */
    SimulationResult run() {
        long planned = planned();
        long users = settings.users() > 0 ? settings.users() : settings.effect() == 0 ? 10_000 : 3 * planned;
        long fixedAt = settings.effect() == 0 ? users : Math.min(users, planned);
        long tuned = settings.effect() == 0 ? users / 2 : planned;
        Design design = new Design(
                List.of("control", "treatment"),
                List.of(0.5, 0.5),
                METRIC,
                List.of(),
                List.of(),
                ALPHA,
                Math.max(100, tuned),
                settings.effect() == 0 ? 0.1 : Math.abs(settings.effect()),
                true);
        List<Course> courses = IntStream.range(0, settings.runs())
                .parallel()
                .mapToObj(run -> course(run, design, users, fixedAt))
                .toList();
        return SimulationResult.of(settings, planned, users, courses);
    }

    private Course course(int run, Design design, long users, long fixedAt) {
        ListShop shop = new ListShop(attribution, settings.effect());
        Analysis analysis = new Analysis(design);
        SortedMap<String, Reached> reached = Analysis.nothingReached();
        List<Moments> arms = List.of(Moments.ofMeasures(), Moments.ofMeasures());
        Course course = new Course(settings.effect(), ALPHA, fixedAt);
        Draws draws = new Draws(Draws.hash(settings.seed(), 1, run));
        String salt = "run-" + settings.seed() + "-" + run;
        int border = (int) Math.round((1 - settings.share()) * Buckets.COUNT);
        for (int user = 1; user <= users; user++) {
            int arm = Buckets.of(salt, "u" + user) < border ? 0 : 1;
            Moments moments = arms.get(arm);
            shop.shopper(TRIALS.get(arm), arm == 1, draws, change -> change.applyTo(moments));
            if (user % settings.every() == 0) {
                course.see(analysis.look(user, arms, reached));
            }
        }
        return course;
    }

    /** Users of both arms that a test at a fixed time needs for the effect, by a pilot; as many as a run has without effect. */
    private long planned() {
        if (settings.effect() == 0) {
            return settings.users() > 0 ? settings.users() : 10_000;
        }
        Moments pilot = Moments.ofMeasures();
        ListShop shop = new ListShop(attribution, 0);
        Draws draws = new Draws(Draws.hash(settings.seed(), 2, 0));
        for (int user = 0; user < PILOT; user++) {
            shop.shopper(TRIALS.get(0), false, draws, change -> change.applyTo(pilot));
        }
        Estimate estimate = Estimate.of(pilot, METRIC);
        Difference adjusted = Difference.adjusted(estimate, estimate);
        double effect = settings.effect() * estimate.value();
        return Math.round(
                new Power(ALPHA, POWER).fixed(effect, adjusted.control().variance(), 0.5));
    }
}
