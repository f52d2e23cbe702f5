package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.models.event.DeadLetter;
import akin.models.event.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KafkaMessagesTest {
    private static Message withoutValue(byte[] key) {
        List<Message> messages = new ArrayList<>();
        KafkaMessages reader = KafkaMessages.ofCatalog(AkinSettings.defaults().wire());
        reader.open(null);
        reader.deserialize(new ConsumerRecord<>("catalog", 1, 2, key, null), new Collector<>() {
            @Override
            public void collect(Message message) {
                messages.add(message);
            }

            @Override
            public void close() {}
        });
        return messages.get(0);
    }

    private static DeadLetter letter(Message message) {
        return ((Message.Unreadable) message).letter();
    }

    @Test
    void aRecordWithoutValueRemovesTheItemThatItsKeyNames() {
        assertThat(withoutValue("caf\u00e9".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Message.ItemChange.class, change -> {
                    assertThat(change.item().itemId()).isEqualTo("caf\u00e9");
                    assertThat(change.item().deleted()).isTrue();
                });
    }

    @Test
    void aKeyThatIsNoIdIsADeadLetter() {
        for (byte[] key : List.of(new byte[] {'c', 'a', 'f', (byte) 0xE9}, new byte[] {'\n'}, new byte[300])) {
            DeadLetter letter = letter(withoutValue(key));

            assertThat(letter.origin()).isEqualTo("catalog/1@2");
            assertThat(letter.reason()).startsWith("the key is no item_id");
        }
        assertThat(letter(withoutValue(null)).reason()).isEqualTo("the message is empty");
    }
}
