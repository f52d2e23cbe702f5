package akin.tools.logs;

import akin.models.event.Printable;
import akin.tools.logs.lines.KnownFiles;
import akin.tools.logs.lines.LineReader;
import akin.tools.logs.lines.LogFile;
import akin.tools.logs.lines.ReadFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log that lies in files. */
public final class RecordedFiles implements MessageLog {
    private static final Logger LOG = LoggerFactory.getLogger("akin.logs");

    private final LogFormat format;
    private final List<String> paths;
    private final boolean sort;

    /**
     * @param sort whether lines are sorted by time, although the format takes them to be in order
     */
    public RecordedFiles(LogFormat format, List<Path> paths, boolean sort) {
        this.format = format;
        this.paths = paths.stream().map(Path::toString).toList();
        this.sort = sort;
    }

    private List<Path> paths() {
        return paths.stream().map(Path::of).toList();
    }

    /** Fails when a file is missing or of another format. */
    public void check() throws IOException {
        List<LogFile> files = new KnownFiles(List.of()).recognise(paths());
        format.reader(files, Long.MIN_VALUE);
    }

    @Override
    public MessageIterator open() throws IOException {
        return open(LogProgress.NONE);
    }

    @Override
    public MessageIterator open(LogProgress before) throws IOException {
        KnownFiles known = new KnownFiles(before.files());
        List<LogFile> files = known.recognise(paths());
        LineReader reader = format.reader(files, before.newest());
        if (before.files().stream().anyMatch(file -> file.bytes() > 0)) {
            files.forEach(file -> tell(file, known));
        }
        return new LineLog(files, reader, sort || reader.isUnsorted(), before);
    }

    /** Says of a file whether it is read from its start, and why. */
    private static void tell(LogFile file, KnownFiles known) {
        String path = Printable.of(file.path().toString());
        if (file.bytesRead() > 0) {
            LOG.warn("{}: its first {} bytes have been learned, reading goes on behind them", path, file.bytesRead());
            return;
        }
        Optional<ReadFile> namesake = known.named(LogFile.baseName(file.path()));
        if (namesake.isPresent()) {
            LOG.warn(
                    "{}: holds something else than the file of this name that has been learned, so it is read from its"
                            + " start",
                    path);
        } else {
            LOG.warn("{}: has not been learned, it is read from its start", path);
        }
    }
}
