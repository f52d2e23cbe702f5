package akin.state.records;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.session.Quota;
import akin.models.session.Seen;
import akin.models.session.Session;
import akin.models.session.Shopper;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class KnownIdsTest {
    private static Shopper readBack(Shopper shopper) throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(64);
        ShopperCodec.INSTANCE.write(shopper, bytes);
        return ShopperCodec.INSTANCE.read(
                new DataInputDeserializer(bytes.getCopyOfBuffer()), ShopperCodec.INSTANCE.version());
    }

    @Test
    void shoppersWhoSawTheSameItemShareItsId() throws IOException {
        Session session = new Session("s", 0, 1, 1, List.of("item-7"), List.of("item-7"), List.of(), List.of("item-7"));
        Shopper shopper = new Shopper(
                1,
                1,
                session,
                List.of(new Seen("item-7", 1)),
                List.of("item-7"),
                List.of(),
                List.of(),
                new Quota(0, 1));
        Shopper one = readBack(shopper);
        Shopper other = readBack(shopper);

        assertThat(one).isEqualTo(other).isEqualTo(shopper);
        String id = one.history().get(0).id();
        assertThat(other.history().get(0).id()).isSameAs(id);
        assertThat(one.bought().get(0)).isSameAs(id);
        assertThat(other.session().trail().get(0)).isSameAs(id);
        assertThat(other.session().items().get(0)).isSameAs(id);
        assertThat(other.session().bought().get(0)).isSameAs(id);
    }

    @Test
    void idsStayWhatTheyAreHoweverManyCome() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 300_000; i++) {
                String id = "i" + i;
                if (!KnownIds.same(id).equals(id)) {
                    assertThat(KnownIds.same(id)).isEqualTo(id);
                }
            }
        }
        assertThat(KnownIds.same(null)).isNull();
    }
}
