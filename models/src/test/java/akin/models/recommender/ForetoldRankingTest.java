package akin.models.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.embedding.ForetoldComponent;
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
import org.junit.jupiter.api.Test;

class ForetoldRankingTest {
    private static final int TASTES = 3;
    private static final int ITEMS = 30;

    /** An item that nobody visited is ranked by what its attributes foretell. */
    @Test
    void newItemIsRankedBeforeItsFirstVisit() {
        Recommender shop = shop();
        Ranker ranker = shop.components().stream()
                .flatMap(component -> component.rankers().stream())
                .filter(one -> one.name().equals(ForetoldComponent.ID))
                .findFirst()
                .orElseThrow();

        int right = 0;
        for (int taste = 0; taste < TASTES; taste++) {
            float[] scores = scores(shop, ranker, taste);
            for (int other = 0; other < TASTES; other++) {
                right += other != taste && scores[taste] > scores[other] ? 1 : 0;
            }
        }
        assertThat(right).isEqualTo(TASTES * (TASTES - 1));
    }

    private static float[] scores(Recommender shop, Ranker ranker, int taste) {
        Candidates candidates = new Candidates(TASTES, shop.sources());
        for (int other = 0; other < TASTES; other++) {
            candidates.add(shop.catalog().items().row("new" + other));
        }
        List<String> window = List.of("i" + taste, "i" + (taste + TASTES));
        Query query =
                new Query().set(shop.catalog().items(), window.get(1), window, 2, Fixtures.START + 1_000_000_000L, 0);
        float[] scores = new float[TASTES];
        ranker.score(query, candidates, scores);
        return scores;
    }

    /** Users each of whom takes items of one taste, which an attribute tells. */
    private static Recommender shop() {
        Recommender shop = new Recommender(Fixtures.recommenderSettings());
        PlainLoop loop = new PlainLoop(
                Fixtures.sessionSettings(CovisitUnit.USER), Fixtures.recommenderSettings(), ShardSettings.ONE);
        messages().forEach(loop::add);
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
