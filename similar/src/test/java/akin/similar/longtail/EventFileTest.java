package akin.similar.longtail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    @TempDir
    Path folder;

    @Test
    void itemsAreInTheOrderOfTimeWithTheWeightsOfTheirEvents() throws IOException {
        UserSequences read = new UserSequences();
        EventFile file = new EventFile(Map.of(), Map.of("cart", 3.0, "remove", 0.0));

        file.read(write("""
                        event_time,event_type,product_id,user_id
                        2019-10-01 00:00:09 UTC,view,b,u
                        2019-10-01 00:00:02 UTC,view,a,u
                        2019-10-01 00:00:12 UTC,cart,a,u
                        2019-10-01 00:00:12 UTC,remove,a,u
                        never,view,a,u
                        2019-10-01 00:00:12 UTC,view,,u
                        """), read);

        assertThat(read.users()).isEqualTo(1);
        assertThat(read.id(read.history(0)[0])).isEqualTo("a");
        assertThat(read.id(read.history(0)[1])).isEqualTo("b");
        assertThat(read.weights(0)).containsExactly(4, 1);
        assertThat(file.badRows()).isEqualTo(3);
    }

    @Test
    void columnsAreNamedWhereTheyCantBeGuessed() throws IOException {
        Path file = write("who,what,time\n1,2,3\n");
        assertThatThrownBy(() -> new EventFile(Map.of(), Map.of()).read(file, new UserSequences()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--column user=NAME")
                .hasMessageContaining("who, what, time");

        UserSequences read = new UserSequences();
        new EventFile(Map.of("user", "who", "item", "what"), Map.of()).read(file, read);
        assertThat(read.user(0)).isEqualTo("1");
    }

    @Test
    void wrongColumnsAreNamed() throws IOException {
        Path file = write("user,item,time\n1,2,3\n");
        assertThatThrownBy(() -> new EventFile(Map.of("user", "none"), Map.of()).read(file, new UserSequences()))
                .hasMessageContaining("--column user=none");
        assertThatThrownBy(() -> new EventFile(Map.of("colour", "x"), Map.of()))
                .hasMessageContaining("--column colour");
    }

    @Test
    void aMarkOfTheByteOrderIsNoPartOfAName() throws IOException {
        UserSequences read = new UserSequences();
        new EventFile(Map.of(), Map.of()).read(write("\uFEFFuser_id,item_id,timestamp\nu,a,1\n"), read);

        assertThat(read.user(0)).isEqualTo("u");
    }

    @Test
    void bucketsAreNamedByTheirEnds() {
        assertThat(Buckets.name(0)).isEqualTo("0");
        assertThat(Buckets.name(2)).isEqualTo("1-2");
        assertThat(Buckets.name(30)).isEqualTo("11-30");
        assertThat(Buckets.name(5000)).isEqualTo("301+");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("events.csv"), text);
    }
}
