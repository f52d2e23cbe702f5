package akin.models.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.embedding.ForetoldComponent;
import akin.models.embedding.ForetoldSettings;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.random.Hash;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.session.CovisitUnit;
import akin.models.shard.ShardSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForetoldRankingTest {
    private static final int TASTES = 3;
    private static final int ITEMS = 30;

    /** An item that nobody visited is ranked by what its attributes foretell, whatever learner is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"item2vec", "personalized", "personalized-cart", "supervised", ForetoldComponent.ID})
    void newItemIsRankedBeforeItsFirstVisit(String learner) {
        Recommender shop = shop(Fixtures.recommenderSettings(), messages());
        Ranker ranker = ranker(shop, learner);

        int right = 0;
        for (int taste = 0; taste < TASTES; taste++) {
            float[] scores = scores(shop, ranker, taste);
            for (int other = 0; other < TASTES; other++) {
                right += other != taste && scores[taste] > scores[other] ? 1 : 0;
            }
        }
        assertThat(right).isEqualTo(TASTES * (TASTES - 1));
    }

    /** A message that comes while others visit is enough. */
    @Test
    void newItemIsForetoldByItsMessage() {
        List<Message> messages = messages();
        messages.add(Message.of(item("late1", 1, 9).at(Fixtures.START + 100_000_000L)));
        Recommender shop = shop(Fixtures.recommenderSettings(), messages);

        float[] scores =
                scores(shop, ranker(shop, "personalized"), List.of("i1", "i4"), List.of("late1", "new0", "new2"));

        assertThat(scores[0]).isGreaterThan(scores[1]).isGreaterThan(scores[2]);
    }

    /** Content can't tell these two apart; one visit does. */
    @Test
    void oneVisitTogetherPutsAnItemBeforeItsTwin() {
        List<Message> messages = messages();
        messages.add(Message.of(item("twin0", 0, 9)));
        long later = Fixtures.START + 100_000_000L;
        messages.add(Message.of(Fixtures.view("e1a", "late", "i0", later)));
        messages.add(Message.of(Fixtures.view("e1b", "late", "twin0", later + 1000)));
        Recommender shop = shop(Fixtures.recommenderSettings(), messages);

        float[] scores = scores(shop, ranker(shop, "personalized"), List.of("i3", "i0"), List.of("twin0", "new0"));

        assertThat(scores[0]).isGreaterThan(scores[1]);
    }

    /** What was learned keeps its length in the shopper's vector. */
    @Test
    void itemsOfManyVisitsAreRankedAsThePersonalizedModelDoes() {
        Recommender shop = shop(settings(new ForetoldSettings(3, 0.001, 0.05, 0)), messages());
        List<String> window = List.of("i0", "i4", "i2", "i7");
        List<String> candidates =
                IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList();

        float[] foretold = scores(shop, ranker(shop, ForetoldComponent.ID), window, candidates);

        assertThat(foretold)
                .containsExactly(scores(shop, ranker(shop, "personalized"), window, candidates), within(0.01f));
    }

    /** What content says of each item is drawn anew for each message: then it says nothing. */
    @Test
    void contentThatIsNoiseLosesLittle() {
        assertThat(shareOfTaste(true)).isGreaterThan(shareOfTaste(false) - 0.05);
    }

    /** Of pairs of an item of the shopper's taste and one of another, both visited often, those in the right order. */
    private static double shareOfTaste(boolean withContent) {
        List<Message> messages = new ArrayList<>();
        for (Message message : messages()) {
            if (message instanceof Message.ItemChange change) {
                int number = messages.size();
                messages.add(Message.of(
                        item(change.item().itemId(), (int) Hash.below(Hash.of(3, 0, number), TASTES), (int)
                                Hash.below(Hash.of(4, 0, number), 7))));
            } else {
                messages.add(message);
            }
        }
        RecommenderSettings all = Fixtures.recommenderSettings();
        RecommenderSettings settings = withContent
                ? all
                : all.with(all.components().stream()
                        .filter(type -> !type.id().equals(ForetoldComponent.ID))
                        .toList());
        Recommender shop = shop(settings, messages);
        Ranker ranker = ranker(shop, "personalized");
        List<String> candidates =
                IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList();
        int right = 0;
        int pairs = 0;
        for (int taste = 0; taste < TASTES; taste++) {
            float[] scores = scores(shop, ranker, List.of("i" + taste, "i" + (taste + TASTES)), candidates);
            for (int i = taste; i < ITEMS; i += TASTES) {
                for (int j = 0; j < ITEMS; j++) {
                    pairs += j % TASTES == taste ? 0 : 1;
                    right += j % TASTES != taste && scores[i] > scores[j] ? 1 : 0;
                }
            }
        }
        return (double) right / pairs;
    }

    private static Ranker ranker(Recommender shop, String name) {
        return shop.components().stream()
                .flatMap(component -> component.rankers().stream())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RecommenderSettings settings(ForetoldSettings foretold) {
        RecommenderSettings settings = Fixtures.recommenderSettings();
        return new RecommenderSettings(
                settings.components(),
                settings.catalog(),
                settings.covisit(),
                settings.pool(),
                settings.embedding(),
                foretold,
                settings.sessionKnn(),
                settings.cre(),
                settings.placements(),
                settings.quality());
    }

    private static float[] scores(Recommender shop, Ranker ranker, int taste) {
        return scores(
                shop,
                ranker,
                List.of("i" + taste, "i" + (taste + TASTES)),
                IntStream.range(0, TASTES).mapToObj(other -> "new" + other).toList());
    }

    private static float[] scores(Recommender shop, Ranker ranker, List<String> window, List<String> ids) {
        Candidates candidates = new Candidates(ids.size(), shop.sources());
        ids.forEach(id -> candidates.add(shop.catalog().items().row(id)));
        String anchor = window.get(window.size() - 1);
        Query query = new Query()
                .set(shop.catalog().items(), anchor, window, window.size(), Fixtures.START + 1_000_000_000L, 0);
        float[] scores = new float[ids.size()];
        ranker.score(query, candidates, scores);
        return scores;
    }

    /** Users each of whom takes items of one taste, which an attribute tells. */
    private static Recommender shop(RecommenderSettings settings, List<Message> messages) {
        Recommender shop = new Recommender(settings);
        PlainLoop loop = new PlainLoop(Fixtures.sessionSettings(CovisitUnit.USER), settings, ShardSettings.ONE);
        messages.forEach(loop::add);
        loop.run(input -> shop.take(input, ranking -> {}), ranking -> {});
        return shop;
    }

    private static List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            messages.add(Message.of(item("i" + i, i % TASTES, i % 7)));
        }
        for (int taste = 0; taste < TASTES; taste++) {
            messages.add(Message.of(item("new" + taste, taste, 9)));
        }
        for (int n = 0; n < 4000; n++) {
            int user = (int) Hash.below(Hash.of(1, 0, n), 30);
            int item = user % TASTES + TASTES * (int) Hash.below(Hash.of(2, 0, n), ITEMS / TASTES);
            messages.add(Message.of(Fixtures.view("e" + n, "u" + user, "i" + item, Fixtures.START + 1 + n * 5000L)));
        }
        return messages;
    }

    private static Item item(String id, int taste, int colour) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("colour", "c" + colour);
        attributes.put("taste", "t" + taste);
        return new Item(id, Fixtures.START, List.of(), null, Double.NaN, attributes, true, Fixtures.START, false);
    }
}
