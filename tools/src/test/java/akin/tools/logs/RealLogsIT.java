package akin.tools.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the public data sets whole, where they are: the folder that the property {@code akin.data} names. */
class RealLogsIT {
    @ParameterizedTest
    @CsvSource({
        "uci-clothing, uci-clothing/eshop_clothing_2008.csv.gz, 165474, 24026, 217",
        "sessions, diginetica/train_sessions.txt.gz, 906140, 186670, 43097",
        "sessions, yoochoose-1-64/test_sessions.txt.gz, 71222, 15324, 6751",
        "taobao, taobao/events.csv.gz, 357412, 31882, 30985",
        "rees46, rees46/2019-Oct_head.csv.gz, 17434, 4504, 6493",
    })
    void countsAreThePublishedOnes(String format, String file, int events, int users, int items) throws IOException {
        Path path = Path.of(System.getProperty("akin.data", "none"), file);
        assumeTrue(Files.exists(path), "skipped: " + path + " is not here (set -Dakin.data)");
        Set<String> seenUsers = new HashSet<>();
        Set<String> seenItems = new HashSet<>();
        int count = 0;
        long last = Long.MIN_VALUE;
        try (MessageIterator log = Logs.of(format, path).open()) {
            while (log.hasNext()) {
                Message message = log.next();
                assertThat(message).isNotInstanceOf(Message.Unreadable.class);
                if (message instanceof Message.ShopEvent happened) {
                    count++;
                    seenUsers.add(happened.event().userId());
                    seenItems.add(happened.event().itemId());
                    assertThat(message.timestamp()).isGreaterThanOrEqualTo(last);
                    last = message.timestamp();
                }
            }
        }
        assertThat(List.of(count, seenUsers.size(), seenItems.size())).isEqualTo(List.of(events, users, items));
    }
}
