package akin.models.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.rerank.CreSettings;
import akin.models.rerank.GeneratorCreSettings;
import akin.models.rerank.PoolLearningSettings;
import akin.models.session.CovisitUnit;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecommenderTest {
    static Stream<RecommenderSettings> settings() {
        return Stream.of(Fixtures.recommenderSettings(), Fixtures.tightSettings());
    }

    /** The shard's input that a loop would give, caught on its way. */
    private static List<ShardInput> inputs(RecommenderSettings settings, int n) {
        List<ShardInput> inputs = new ArrayList<>();
        PlainLoop loop = loop(settings, Fixtures.messages(11, 40, 150, n));
        loop.run(inputs::add, ranking -> {});
        return inputs;
    }

    private static PlainLoop loop(RecommenderSettings settings, List<Message> messages) {
        PlainLoop loop = new PlainLoop(Fixtures.sessionSettings(CovisitUnit.USER), settings, ShardSettings.ONE);
        messages.forEach(loop::add);
        return loop;
    }

    private static List<Ranking> feed(Recommender recommender, List<ShardInput> inputs) {
        List<Ranking> rankings = new ArrayList<>();
        inputs.forEach(input -> recommender.take(input, rankings::add));
        return rankings;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void goesOnFromItsPagesAsIfNothingHadHappened(RecommenderSettings settings) {
        List<ShardInput> inputs = inputs(settings, 6000);
        Recommender recommender = new Recommender(settings);
        Recommender restored = new Recommender(settings);
        feed(recommender, inputs.subList(0, 3000));
        recommender.memory().drainDirty(restored.memory()::load);
        restored.loaded();
        List<ShardInput> rest = inputs.subList(3000, inputs.size());

        assertThat(restored.report(0, true)).isEqualTo(recommender.report(0, true));
        assertThat(feed(restored, rest)).isEqualTo(feed(recommender, rest));
        assertThat(restored.report(0, true)).isEqualTo(recommender.report(0, true));
    }

    /** Pools that waited for a larger batch are learned at once. */
    @Test
    void goesOnWithASmallerBatchOfPools() {
        Recommender recommender = new Recommender(inBatches(64));
        Recommender restored = new Recommender(inBatches(1));
        List<ShardInput> inputs = inputs(inBatches(64), 400);
        feed(recommender, inputs.subList(0, 200));
        recommender.memory().drainDirty(restored.memory()::load);
        restored.loaded();

        assertThat(feed(restored, inputs.subList(200, inputs.size()))).isNotEmpty();
    }

    private static RecommenderSettings inBatches(int pools) {
        RecommenderSettings settings = Fixtures.recommenderSettings();
        return new RecommenderSettings(
                settings.components(),
                settings.catalog(),
                settings.covisit(),
                settings.pool(),
                settings.embedding(),
                settings.foretold(),
                settings.sessionKnn(),
                new CreSettings(
                        6,
                        true,
                        true,
                        new PoolLearningSettings(0.001, 10, pools, 1, 64, 20, 1000, 1),
                        new GeneratorCreSettings(30, 1, 1),
                        1),
                settings.placements(),
                settings.quality());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theModelIsTheSameHoweverOftenEventTimeIsLetGoOn(RecommenderSettings settings) {
        List<ShardInput> inputs = inputs(settings, 3000);
        long end =
                inputs.get(inputs.size() - 1).timestamp() + Duration.ofDays(1).toMillis();
        Random random = new Random(3);
        Recommender plain = new Recommender(settings);
        Recommender ticking = new Recommender(settings);
        List<Ranking> expected = feed(plain, inputs);
        List<Ranking> rankings = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            ticking.take(inputs.get(i), rankings::add);
            long next = i + 1 < inputs.size() ? inputs.get(i + 1).timestamp() : end;
            for (int ticks = random.nextInt(3); ticks > 0; ticks--) {
                ticking.advance(random.nextLong(inputs.get(i).timestamp(), next + 1));
            }
        }
        plain.advance(end);
        ticking.advance(end);

        assertThat(rankings).isEqualTo(expected);
        assertThat(ticking.report(0, true)).isEqualTo(plain.report(0, true));
    }

    @Test
    void aQuietShardLearnsItsLastBatch() {
        RecommenderSettings settings = Fixtures.recommenderSettings();
        List<ShardInput> inputs = inputs(settings, 100);
        Recommender recommender = new Recommender(settings);
        feed(recommender, inputs);
        String before = recommender.report(0, true).digest();
        recommender.advance(inputs.get(inputs.size() - 1).timestamp()
                + settings.embedding().batches().span().toMillis());

        assertThat(recommender.report(0, true).digest()).isNotEqualTo(before);
    }

    /** As it does after a restore, when a source counts from its first event again. */
    @Test
    void eventTimeThatStartsAgainEarlierCutsNoBatch() {
        RecommenderSettings settings = Fixtures.recommenderSettings();
        List<ShardInput> inputs = inputs(settings, 100);
        Recommender recommender = new Recommender(settings);
        feed(recommender, inputs);
        String before = recommender.report(0, true).digest();
        recommender.advance(inputs.get(inputs.size() - 1).timestamp()
                - settings.embedding().batches().span().toMillis());

        assertThat(recommender.report(0, true).digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void incrementalPagesAddUpToTheWhole(RecommenderSettings settings) {
        List<ShardInput> inputs = inputs(settings, 3000);
        Recommender recommender = new Recommender(settings);
        Recommender saved = new Recommender(settings);
        for (int from = 0; from < inputs.size(); from += 500) {
            feed(recommender, inputs.subList(from, Math.min(inputs.size(), from + 500)));
            recommender.memory().drainDirty(saved.memory()::load);
        }
        saved.loaded();

        assertThat(saved.report(0, true)).isEqualTo(recommender.report(0, true));
    }

    @Test
    void reportsTheRecallOfTheNearestItems() {
        Recommender recommender = new Recommender(Fixtures.recommenderSettings());
        assertThat(recommender.report(0, false).gauges().get("neighbour_recall"))
                .isEqualTo(1);

        feed(recommender, inputs(Fixtures.recommenderSettings(), 6000));
        assertThat(recommender.report(0, false).gauges().get("neighbour_recall"))
                .isBetween(0.3, 0.999);
    }

    @Test
    void rankingChangesNothing() {
        RecommenderSettings settings = Fixtures.recommenderSettings();
        Recommender recommender = new Recommender(settings);
        List<ShardInput> inputs = inputs(settings, 2000);
        feed(recommender, inputs);
        String before = recommender.report(0, true).digest();
        inputs.stream()
                .filter(RankRequest.class::isInstance)
                .forEach(request -> recommender.rank((RankRequest) request));

        assertThat(recommender.report(0, true).digest()).isEqualTo(before);
    }

    @Test
    void rankingsAreFullOrderedAndWithoutTheAnchor() {
        RecommenderSettings settings = Fixtures.recommenderSettings();
        List<Ranking> rankings = new ArrayList<>();
        loop(settings, Fixtures.messages(5, 40, 150, 4000)).run(input -> {}, rankings::add);

        assertThat(rankings).isNotEmpty();
        for (Ranking ranking : rankings.subList(rankings.size() / 2, rankings.size())) {
            assertThat(ranking.items()).hasSize(30);
            assertThat(ranking.items())
                    .extracting(RankedItem::itemId)
                    .doesNotContain(ranking.anchorId())
                    .doesNotHaveDuplicates();
            assertThat(ranking.items()).extracting(RankedItem::score).isSortedAccordingTo(Collections.reverseOrder());
            assertThat(ranking.items())
                    .allSatisfy(item -> assertThat(item.ranks().sources())
                            .anyMatch(source -> item.ranks().rank(source) > 0));
        }
    }

    @Test
    void memoryStaysUnderItsCeilings() {
        RecommenderSettings settings = Fixtures.tightSettings();
        PlainLoop loop = loop(settings, Fixtures.messages(7, 300, 2000, 20_000));
        loop.run(input -> {}, ranking -> {});

        assertThat(loop.shard(0).catalog().items().live()).isLessThanOrEqualTo(60);
        assertThat(loop.shard(0).memory().bytes()).isLessThan(1_100_000);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        RecommenderSettings settings = Fixtures.recommenderSettings();
        List<Message> messages = Fixtures.messages(13, 30, 100, 3000);
        List<Message> shuffled = new ArrayList<>(messages);
        // Catalogue changes of the same item keep their order; events are told apart by their times.
        shuffled.removeIf(message -> !(message instanceof Message.ShopEvent));
        Collections.shuffle(shuffled, new Random(1));
        messages.stream().filter(Message.ItemChange.class::isInstance).forEach(shuffled::add);
        PlainLoop loop = loop(settings, messages);
        PlainLoop other = loop(settings, shuffled);
        loop.run(input -> {}, ranking -> {});
        other.run(input -> {}, ranking -> {});

        assertThat(PlainLoop.digest(other.reports())).isEqualTo(PlainLoop.digest(loop.reports()));
    }
}
