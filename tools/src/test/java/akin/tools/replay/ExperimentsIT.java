package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.wire.MessageWriter;
import akin.models.attribution.Attribution;
import akin.models.attribution.Change;
import akin.models.attribution.Exposure;
import akin.models.attribution.Outcome;
import akin.models.attribution.UserInputs;
import akin.models.event.Event;
import akin.models.event.Message;
import akin.models.experiment.Assigner;
import akin.models.experiment.Experiment;
import akin.models.experiment.Standing;
import akin.models.experiment.Timeline;
import akin.models.loop.PlainLoop;
import akin.models.ranking.Ranking;
import akin.models.statistics.Comparison;
import akin.models.statistics.Look;
import akin.models.statistics.Moments;
import akin.tools.logs.MessageIterator;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job with experiments: rankings equal those of the plain loop, results a recount with hindsight. */
class ExperimentsIT {
    private static final int EVENTS = 6000;
    private static final String DEFINITIONS = """
            version: 1
            effective_at: 2026-01-05T08:00:00Z
            layers:
              - {name: ranker, salt: s1, hold_out: 0-99}
              - {name: list, salt: s2}
            experiments:
              - id: rankers
                layer: ranker
                placements: [similar]
                start: 2026-01-05T08:00:00Z
                end: 2026-01-06T08:00:00Z
                arms:
                  - {name: popular, buckets: 100-549, ranker: popular}
                  - {name: personalized, buckets: 550-999, ranker: personalized}
                pairs: 0.3
                primary: click-rate
                metrics: [carts-per-user, purchases-per-user]
                guardrails: {lists-per-user: 0.05}
              - id: interleaved
                layer: list
                placements: [substitutes]
                start: 2026-01-05T08:00:00Z
                end: 2026-01-06T08:00:00Z
                arms:
                  - {name: both, buckets: 0-999, ranker: covisit-count, interleave_with: popular}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void define() throws IOException {
        file = Files.writeString(folder.resolve("experiments.yaml"), DEFINITIONS);
    }

    private AkinSettings settings(int parallelism, String backend) {
        return AkinSettings.load(
                null,
                List.of(
                        "ranking.order=event-time",
                        "embedding.dimensions=16",
                        "embedding.negatives=16",
                        "embedding.learners=[personalized]",
                        "stream.parallelism=" + parallelism,
                        "checkpoints.state_backend=" + backend,
                        "experiments.look_every=1m",
                        "experiments.file=" + file));
    }

    private static MessageIterator shop(int events) {
        return new Limited(new Shop(ShopSettings.demo(7)), events, () -> false);
    }

    /** Returns a number of events after which none comes that is earlier than those before. */
    private static int quietMoment(int least) throws IOException {
        List<Long> times = new ArrayList<>();
        try (MessageIterator messages = shop(EVENTS)) {
            messages.forEachRemaining(message -> {
                if (message instanceof Message.ShopEvent) {
                    times.add(message.timestamp());
                }
            });
        }
        return IntStream.range(least, times.size())
                .filter(at -> Collections.max(times.subList(0, at)) < Collections.min(times.subList(at, times.size())))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> looks() throws IOException {
        List<JsonNode> looks = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("experiments.jsonl"))) {
            looks.add(new ObjectMapper().readTree(line));
        }
        return looks;
    }

    /** What a loop over users makes of the loop's rankings and the log's events, by experiment. */
    private static final class Recount {
        final List<String> rankings = new ArrayList<>();
        final TreeMap<String, Standing> standings = new TreeMap<>();

        static Recount of(AkinSettings settings) throws IOException {
            Recount recount = new Recount();
            Assigner assigner = settings.experiments().assigner();
            Timeline timeline = Timeline.of(settings.experiments().definitions());
            PlainLoop loop = new PlainLoop(settings.sessions(), settings.recommender(), settings.shards())
                    .with((user, placement, time) -> assigner.assign(timeline, user, placement, time));
            TreeMap<String, UserInputs> users = new TreeMap<>();
            try (MessageIterator messages = shop(EVENTS)) {
                messages.forEachRemaining(message -> {
                    loop.add(message);
                    if (message instanceof Message.ShopEvent happened) {
                        Event event = happened.event();
                        users.merge(
                                event.userId(),
                                UserInputs.NEW.with(Outcome.of(event)),
                                (before, one) -> before.with(Outcome.of(event)));
                    }
                });
            }
            List<Ranking> rankings = new ArrayList<>();
            loop.run(rankings::add);
            rankings.sort(Comparator.comparingLong(Ranking::timestamp)
                    .thenComparing(ranking -> ranking.rankingId() + '\t' + ranking.userId()));
            MessageWriter writer = new MessageWriter();
            for (Ranking ranking : rankings) {
                recount.rankings.add(new String(writer.ranking(ranking), StandardCharsets.UTF_8));
                Exposure exposure = Exposure.of(ranking);
                if (exposure != null) {
                    users.compute(
                            ranking.userId(),
                            (id, before) -> (before == null ? UserInputs.NEW : before).with(exposure.list()));
                }
            }
            Attribution attribution = new Attribution(settings.experiments().attribution());
            users.values().forEach(user -> user.advance(Long.MAX_VALUE, attribution, recount::take));
            return recount;
        }

        private void take(Change change) {
            Moments moments = Moments.ofMeasures();
            change.applyTo(moments);
            standings.computeIfAbsent(change.experiment(), id -> new Standing()).take(change.arm(), moments, 0);
        }
    }

    private static void assertEqual(JsonNode last, Look expected) {
        for (int arm = 0; arm < expected.users().size(); arm++) {
            assertThat(last.get("arms").get(arm).get("users").asLong())
                    .isEqualTo(expected.users().get(arm));
        }
        List<Comparison> all = new ArrayList<>(expected.primary());
        all.addAll(expected.others());
        List<JsonNode> told = new ArrayList<>();
        last.get("results").forEach(told::add);
        last.get("other_metrics").forEach(told::add);
        assertThat(told).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
            assertThat(told.get(i).get("control").asDouble())
                    .isEqualTo(all.get(i).control());
            assertThat(told.get(i).get("treatment").asDouble())
                    .isEqualTo(all.get(i).treatment());
            assertThat(told.get(i).get("p").asDouble()).isEqualTo(all.get(i).sequentialP());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, heap", "2, heap", "2, rocksdb"})
    void resultsAreTheRecountAndRankingsTheLoops(int parallelism, String backend) throws Exception {
        AkinSettings settings = settings(parallelism, backend);
        Recount recount = Recount.of(settings);
        RunMetrics metrics = new LogJob(settings, "test", () -> shop(EVENTS), folder).run(counts -> {});

        assertThat(metrics.count("attribution_late")).isZero();
        assertThat(metrics.count("exposures")).isPositive();
        assertThat(Files.readAllLines(folder.resolve("rankings.jsonl"))).isEqualTo(recount.rankings);
        List<JsonNode> looks = looks();
        assertThat(looks).hasSizeGreaterThan(3);
        Experiment experiment = settings.experiments().definitions().experiment("rankers");
        Look expected = recount.standings.get("rankers").look(0, experiment.design());
        assertThat(expected.users().get(0)).isPositive();
        assertThat(expected.primary().get(0).treatment()).isPositive();
        assertEqual(looks.get(looks.size() - 1), expected);
    }

    @Test
    void goesOnFromASavepointWithSumsAndDefinitions() throws Exception {
        AkinSettings settings = settings(2, "heap");
        Recount recount = Recount.of(settings);
        int half = quietMoment(EVENTS / 2);
        String saved = new LogJob(settings, "test", () -> shop(half), folder)
                .runAndSave(counts -> {}, folder.resolve("saved").toUri().toString())
                .path();
        new LogJob(settings(1, "heap"), "test", () -> shop(EVENTS), folder)
                .from(saved)
                .run(counts -> {});

        List<JsonNode> looks = looks();
        Experiment experiment = settings.experiments().definitions().experiment("rankers");
        JsonNode last = looks.get(looks.size() - 1);
        Map<String, Long> users = new TreeMap<>();
        last.get("arms")
                .forEach(arm ->
                        users.put(arm.get("arm").asText(), arm.get("users").asLong()));
        Look expected = recount.standings.get("rankers").look(0, experiment.design());
        assertThat(users.get("popular")).isEqualTo(expected.users().get(0));
        assertThat(users.get("personalized")).isEqualTo(expected.users().get(1));
        assertEqual(last, expected);
    }
}
