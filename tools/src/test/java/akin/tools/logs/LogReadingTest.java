package akin.tools.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.event.Event;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReadingTest {
    private static final String TAOBAO = "timestamp,user,item,behavior\n";
    private static final String UCI = "year;month;day;order;country;session ID;page 1 (main category);"
            + "page 2 (clothing model);colour;location;model photography;price;price 2;page\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String event(int number) {
        return "{\"event_id\":\"e" + number + "\",\"user_id\":\"u\",\"item_id\":\"i" + number
                + "\",\"type\":\"view\",\"timestamp\":" + (1704880800000L + number) + "}\n";
    }

    /** Takes messages from a split on, all or some; as a restored job gets it, the split is given with another log. */
    private static LogSplit read(LogSplit split, int most, List<Message> to) throws IOException {
        try (LogReading reading = new LogReading(split)) {
            for (int i = 0; i < most; i++) {
                Message message = reading.next();
                if (message == null) {
                    break;
                }
                if (!(message instanceof Message.End)) {
                    to.add(message);
                }
            }
            LogSplitSerializer serializer = new LogSplitSerializer(split.log());
            return serializer.deserialize(2, serializer.serialize(reading.split()));
        }
    }

    private static LogSplit over(MessageLog log, LogSplit split) {
        return new LogSplit(log, split.before(), split.messages(), split.check());
    }

    private static List<Message> rest(MessageLog log, LogSplit split) throws IOException {
        List<Message> messages = new ArrayList<>();
        read(over(log, split), Integer.MAX_VALUE, messages);
        return messages;
    }

    @ParameterizedTest
    @CsvSource({"sessions", "events", "uci-clothing", "taobao"})
    void aLogThatHasGrownGoesOnWhereItEnded(String format) throws IOException {
        String first = switch (format) {
            case "sessions" -> "a b\nc";
            case "events" -> "{\"item_id\":\"i1\"}\n" + event(1) + event(2).strip();
            case "taobao" -> TAOBAO + "1511539200,1,2,fav\n1511539300,1,3,fav";
            default -> UCI + "2008;4;1;1;29;1;1;A13;1;5;1;28;2;1\n2008;4;1;2;29;1;1;A16;1;5;1;28;2;1";
        };
        String second = switch (format) {
            case "sessions" -> "\nd e\n";
            case "events" -> "\n{\"item_id\":\"i2\"}\nnonsense\n" + event(3);
            case "taobao" -> "\n1511539400,1,2,fav\n";
            default -> "\n2008;4;1;3;29;1;1;A13;1;5;1;28;2;1\n";
        };
        List<Message> before = new ArrayList<>();
        LogSplit end = read(LogSplit.of(Logs.of(format, file("log", first))), Integer.MAX_VALUE, before);
        RecordedFiles whole = Logs.of(format, file("log", first + second));

        assertThat(rest(whole, end)).isNotEmpty();
        List<Message> together = new ArrayList<>(before);
        together.addAll(rest(whole, end));
        assertThat(together).isEqualTo(Logs.read(whole));
    }

    @Test
    void aLogReadToItsEndHasNothingMore() throws IOException {
        RecordedFiles log = Logs.of("events", file("log", event(1) + event(2)));
        LogSplit end = read(LogSplit.of(log), Integer.MAX_VALUE, new ArrayList<>());
        Path moved = file("elsewhere", event(1) + event(2));

        assertThat(rest(log, end)).isEmpty();
        assertThat(rest(Logs.of("events", moved), end)).isEmpty();
    }

    @Test
    void anotherLogUnderTheSameNameIsReadFromItsStart() throws IOException {
        LogSplit end = read(
                LogSplit.of(Logs.of("sessions", file("log", "a b\nc d\ne f\n"))), Integer.MAX_VALUE, new ArrayList<>());
        List<Message> messages = rest(Logs.of("sessions", file("log", "x y\n")), end);

        assertThat(Logs.events(messages)).extracting(Event::itemId).containsExactly("x", "y");
        assertThat(Logs.events(messages)).extracting(Event::userId).containsOnly("log~2:1");
        assertThat(messages.get(0).timestamp()).isGreaterThan(end.before().newest());
    }

    @Test
    void filesOfEarlierRunsAreRemembered() throws IOException {
        Path monday = file("monday", event(1));
        Path tuesday = file("tuesday", event(2));
        LogSplit end = read(LogSplit.of(Logs.of("events", monday)), Integer.MAX_VALUE, new ArrayList<>());
        LogSplit next = read(over(Logs.of("events", tuesday), end), Integer.MAX_VALUE, new ArrayList<>());

        assertThat(rest(Logs.of("events", monday, tuesday), next)).isEmpty();
    }

    @Test
    void halfALogIsGoneOnInOnlyWhenItIsTheSame() throws IOException {
        RecordedFiles log = Logs.of("events", file("log", event(1) + event(2) + event(3)));
        List<Message> before = new ArrayList<>();
        LogSplit half = read(LogSplit.of(log), 2, before);
        RecordedFiles other = Logs.of("events", file("other", event(1) + event(4) + event(3)));
        RecordedFiles shorter = Logs.of("events", file("shorter", event(1)));

        assertThat(half.messages()).isEqualTo(2);
        assertThat(rest(log, half)).containsExactly(Logs.read(log).get(2));
        assertThatThrownBy(() -> rest(other, half)).hasMessageContaining("doesn't begin with the 2 messages");
        assertThatThrownBy(() -> rest(shorter, half)).hasMessageContaining("doesn't begin with the 2 messages");
    }

    @Test
    void positionsOfTheFirstVersionAreRead() throws IOException {
        RecordedFiles log = Logs.of("events", file("log", event(1) + event(2)));
        LogSplit split = new LogSplitSerializer(log).deserialize(1, new byte[] {0, 0, 0, 0, 0, 0, 0, 1});

        assertThat(rest(log, split)).containsExactly(Logs.read(log).get(1));
        assertThatThrownBy(() -> new LogSplitSerializer(log).deserialize(3, new byte[8]))
                .hasMessageContaining("version 3, this build reads up to 2");
    }
}
