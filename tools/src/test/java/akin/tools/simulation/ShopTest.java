package akin.tools.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.models.session.CovisitUnit;
import akin.models.shard.ShardSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static List<Message> messages(long seed, int events) {
        List<Message> messages = new ArrayList<>();
        new Limited(new Shop(ShopSettings.demo(seed)), events, () -> false).forEachRemaining(messages::add);
        return messages;
    }

    @Test
    void theSameSeedGivesTheSameShop() {
        assertThat(messages(1, 3000)).isEqualTo(messages(1, 3000)).isNotEqualTo(messages(2, 3000));
    }

    private static <T extends Message> Stream<T> of(Class<T> kind, List<Message> messages) {
        return messages.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void eventsComeInOrderButForAFewLateOnes() {
        long newest = Long.MIN_VALUE;
        int late = 0;
        for (Message message : messages(1, 20_000)) {
            if (message instanceof Message.ShopEvent) {
                late += message.timestamp() < newest ? 1 : 0;
                newest = Math.max(newest, message.timestamp());
                assertThat(message.timestamp()).isGreaterThan(newest - 2000);
            }
        }
        assertThat(late).isBetween(50, 400);
    }

    @Test
    void hasCartsPurchasesDuplicatesBotsAndNewItems() {
        List<Message> messages = messages(1, 20_000);
        List<Event> events = of(Message.ShopEvent.class, messages)
                .map(Message.ShopEvent::event)
                .toList();
        List<Item> items = of(Message.ItemChange.class, messages)
                .map(Message.ItemChange::item)
                .toList();
        long carts = events.stream().filter(e -> e.type() == EventType.CART).count();
        long purchases =
                events.stream().filter(e -> e.type() == EventType.PURCHASE).count();
        Set<String> ids = new HashSet<>();
        long twice = events.stream().filter(e -> !ids.add(e.eventId())).count();

        assertThat(carts).isBetween(600L, 3000L);
        assertThat(purchases).isBetween(200L, carts);
        assertThat(twice).isBetween(20L, 150L);
        assertThat(items).anyMatch(item -> item.createdAt() > 1).anyMatch(Item::deleted);
        assertThat(events.stream().map(Event::userId).filter(user -> user.startsWith("u")))
                .isNotEmpty();
    }

    @Test
    void nobodyVisitsWhatIsNotThere() {
        Set<String> there = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        for (Message message : messages(1, 20_000)) {
            if (message instanceof Message.ItemChange change) {
                (change.item().deleted() ? deleted : there).add(change.item().itemId());
            } else if (message instanceof Message.ShopEvent happened) {
                assertThat(there).contains(happened.event().itemId());
            }
        }
        assertThat(deleted).isNotEmpty();
    }

    /** What learns more should show more: co-visits beat popularity by a clear factor. */
    @Test
    void betterModelsScoreBetter() {
        PlainLoop loop = new PlainLoop(
                Fixtures.sessionSettings(CovisitUnit.USER), Fixtures.recommenderSettings(), ShardSettings.ONE);
        messages(3, 30_000).forEach(loop::add);
        loop.run(ranking -> {});
        var quality = loop.reports().iterator().next().quality();
        Figures covisits = quality.get("covisit-jaccard").get(Slice.ALL);
        Figures popular = quality.get("popular").get(Slice.ALL);

        assertThat(covisits.share(covisits.hits10())).isGreaterThan(2 * popular.share(popular.hits10()));
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> ShopSettings.load(1, 5, 1, 1)).hasMessage("items is 5.0, allowed is 100 to 10000000");
    }
}
