package akin.tools.logs.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
    /** A line's time is the number before its first blank. */
    private static final Clock CLOCK = line -> {
        try {
            return Long.parseLong(line.text().split(" ")[0]);
        } catch (NumberFormatException e) {
            throw new UnreadableLineException("no time");
        }
    };

    @TempDir
    private Path folder;

    private LogFile file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private LogFile file(String name, byte[] bytes) throws IOException {
        return LogFile.of(Files.write(folder.resolve(name), bytes));
    }

    private static List<Line> lines(Lines lines) throws IOException {
        List<Line> all = new ArrayList<>();
        try (lines) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    private static List<String> texts(Lines lines) throws IOException {
        return lines(lines).stream().map(Line::text).toList();
    }

    @Test
    void marksAndLineEndsAreNoPartOfLines() throws IOException {
        LogFile file = file("f", "\ufeffa,b\r\n\r\n1,2\n \n3,4\r");
        List<Line> lines = lines(new FileLines(file));

        assertThat(lines).extracting(Line::text).containsExactly("a,b", "1,2", "3,4");
        assertThat(lines).extracting(Line::number).containsExactly(1L, 3L, 5L);
        assertThat(lines).extracting(Line::end).containsExactly(6L, 13L, 19L);
    }

    @Test
    void whatIsNotUtf8OrTooLongHasAFault() throws IOException {
        byte[] bytes = ("good\ncaf_\n" + "x".repeat((1 << 20) + 1) + "\nlast").getBytes(StandardCharsets.UTF_8);
        bytes[8] = (byte) 0xE9;
        List<Line> lines = lines(new FileLines(file("f", bytes)));

        assertThat(lines)
                .extracting(Line::fault)
                .containsExactly(null, "not UTF-8", "1048577 bytes, allowed are 1048576", null);
        assertThat(lines.get(3).end()).isEqualTo(bytes.length);
    }

    @Test
    void utf16IsRefusedByName() throws IOException {
        LogFile file = file("f.csv", "a,b".getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(() -> new FileLines(file))
                .hasMessageContaining("f.csv is UTF-16")
                .hasMessageContaining("iconv");
    }

    @Test
    void quotedLineBreaksJoinLines() throws IOException {
        LogFile file = file("f", "1,\"two\nlines\",x\n2,\"a \"\"quote\"\"\",5\" screen\n3,\"\",\"\"\n4,plain\n");
        List<Line> lines = lines(new QuotedLines(new FileLines(file), ',', '"'));

        assertThat(lines)
                .extracting(Line::text)
                .containsExactly("1,\"two\nlines\",x", "2,\"a \"\"quote\"\"\",5\" screen", "3,\"\",\"\"", "4,plain");
        assertThat(lines).extracting(Line::number).containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineOnly() throws IOException {
        StringBuilder text = new StringBuilder("0,\"open\n");
        for (int i = 1; i <= 100; i++) {
            text.append(i).append(",x\n");
        }
        List<Line> lines = lines(new QuotedLines(new FileLines(file("f", text.toString())), ',', '"'));

        assertThat(lines).hasSize(101);
        assertThat(lines).extracting(Line::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void filesAreMergedByTime() throws IOException {
        LogFile november = file("11", "50 a\n60 b\n");
        LogFile october = file("10", "10 c\nunreadable\n55 d\n60 e\n");
        Lines merged = new MergedLines(List.of(new FileLines(november), new FileLines(october)), CLOCK);

        assertThat(texts(merged)).containsExactly("10 c", "unreadable", "50 a", "55 d", "60 b", "60 e");
    }

    @Test
    void sortingOnDiskIsSortingInMemory() throws IOException {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.add(random.nextInt(500) - 250 + " " + "x".repeat(random.nextInt(100)) + "\\n\\ é\t" + i);
        }
        LogFile one = file("1", String.join("\n", lines.subList(0, 15_000)));
        LogFile two = file("2", String.join("\n", lines.subList(15_000, lines.size())));
        List<LogFile> files = List.of(one, two);
        Lines inMemory = SortedLines.of(files, FileLines::new, CLOCK, Long.MAX_VALUE);
        Lines onDisk = SortedLines.of(files, FileLines::new, CLOCK, 1 << 18);
        List<ReadFile> read = onDisk.files();
        List<Line> sorted = lines(onDisk);

        assertThat(sorted).isEqualTo(lines(inMemory)).hasSize(lines.size());
        assertThat(sorted).extracting(CLOCK::time).isSorted();
        assertThat(read).extracting(ReadFile::name).containsExactly("1", "2");
        List<String> expected = new ArrayList<>(lines);
        Collections.sort(expected);
        assertThat(sorted.stream().map(Line::text).sorted().toList()).isEqualTo(expected);
    }

    @Test
    void joinedAndFaultyLinesComeThroughTheSort() throws IOException {
        byte[] bytes = "2 \"a\nb\\n\"\n1 caf_\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE9;
        SortedLines.Opener opener = file -> new QuotedLines(new FileLines(file), ' ', '"');
        List<Line> inMemory = lines(SortedLines.of(List.of(file("f", bytes)), opener, CLOCK, Long.MAX_VALUE));
        List<Line> onDisk = lines(SortedLines.of(List.of(file("f", bytes)), opener, CLOCK, 1));

        assertThat(onDisk).isEqualTo(inMemory);
        assertThat(onDisk).extracting(Line::text).containsExactly("2 \"a\nb\\n\"", "1 caf\ufffd");
        assertThat(onDisk).extracting(Line::fault).containsExactly(null, "not UTF-8");
    }

    @Test
    void filesAreKnownByWhatTheyHold() throws IOException {
        FileLines lines = new FileLines(file("day.jsonl", "one\ntwo"));
        lines(lines);
        KnownFiles known = new KnownFiles(lines.files());
        Path grown = file("moved.jsonl", "one\ntwo\nthree\n").path();
        Path other = file("day.jsonl", "one\ntwX\nthree\n").path();
        Path zipped = folder.resolve("day.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write("one\ntwo\nthree".getBytes(StandardCharsets.UTF_8));
        }
        List<LogFile> files = known.recognise(List.of(grown, other, zipped));

        assertThat(files).extracting(LogFile::name).containsExactly("day.jsonl", "day.jsonl~2", "day.jsonl");
        assertThat(files).extracting(LogFile::bytesRead).containsExactly(7L, 0L, 7L);
        assertThat(lines(new FileLines(files.get(0)))).extracting(Line::isRead).containsExactly(true, true, false);
    }

    @Test
    void namesAreFitForIds() {
        assertThat(LogFile.baseName(Path.of("day\u001b[2J.csv.gz"))).isEqualTo("day\\u001b[2J.csv");
        assertThat(LogFile.baseName(Path.of("\ud83d\ude00".repeat(120)))).isEqualTo("\ud83d\ude00".repeat(100));
    }

    @Test
    void filesOfTheSameNameAreTwoAndTheSameFileIsOne() throws IOException {
        Path first = Files.createDirectory(folder.resolve("a")).resolve("s.txt");
        Path second = Files.createDirectory(folder.resolve("b")).resolve("s.txt");
        Files.writeString(first, "x");
        Files.writeString(second, "y");
        KnownFiles known = new KnownFiles(List.of());

        assertThat(known.recognise(List.of(first, second)))
                .extracting(LogFile::name)
                .containsExactly("s.txt", "s.txt~2");
        assertThatThrownBy(() -> known.recognise(List.of(first, folder.resolve("b/../a/s.txt"))))
                .hasMessageContaining("is given twice");
    }
}
