package akin.similar.picture;

import akin.similar.files.Digest;
import akin.similar.settings.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The catalogue's pictures: files of a folder, or of an uncompressed tar archive. */
public final class Pictures implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE_AT = 156;

    private final Path place;
    private final long mostBytes;
    private final FileChannel archive;
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(long at, long size) {}

    private Pictures(Path place, long mostBytes, FileChannel archive) {
        this.place = place;
        this.mostBytes = mostBytes;
        this.archive = archive;
    }

    /**
     * Opens a folder or an archive.
     *
     * @param mostBytes larger files are not read
     */
    public static Pictures open(Path place, long mostBytes) throws IOException {
        if (Files.isDirectory(place)) {
            return new Pictures(place, mostBytes, null);
        }
        if (!Files.isRegularFile(place)) {
            throw new UsageException("there are no pictures in " + place);
        }
        Pictures pictures = new Pictures(place, mostBytes, FileChannel.open(place, StandardOpenOption.READ));
        try {
            pictures.list();
        } catch (IOException | RuntimeException e) {
            pictures.close();
            throw e;
        }
        return pictures;
    }

    /** Returns what changes when pictures come, go or change: their names, sizes and times. */
    public static String stamp(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Files.exists(place) ? Files.size(place) + " " + Files.getLastModifiedTime(place) : "";
        }
        Digest digest = new Digest();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.add(place.relativize(file)).add(Files.size(file)).add(Files.getLastModifiedTime(file));
            }
        }
        return digest.hex();
    }

    private void list() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(BLOCK);
        for (long at = 0; fill(header.clear(), at) && header.get(0) != 0; ) {
            String name = text(header, 0, NAME_LENGTH);
            long size = size(header);
            byte type = header.get(TYPE_AT);
            if (type == 0 || type == '0') {
                entries.put(name.startsWith("./") ? name.substring(2) : name, new Entry(at + BLOCK, size));
            }
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
    }

    private long size(ByteBuffer header) throws IOException {
        try {
            return Long.parseLong(text(header, SIZE_AT, SIZE_LENGTH).strip(), 8);
        } catch (NumberFormatException e) {
            throw new IOException(place + " is no tar archive (packed ones have to be unpacked)", e);
        }
    }

    private static String text(ByteBuffer header, int at, int most) {
        int length = 0;
        while (length < most && header.get(at + length) != 0) {
            length++;
        }
        return new String(header.array(), at, length, StandardCharsets.UTF_8);
    }

    private boolean fill(ByteBuffer buffer, long from) throws IOException {
        long at = from;
        while (buffer.hasRemaining()) {
            int n = archive.read(buffer, at);
            if (n < 0) {
                return false;
            }
            at += n;
        }
        return true;
    }

    /** Returns a picture's file; null when there is none, or none of a size that may be read. */
    public byte[] read(String name) throws IOException {
        return archive == null ? readFile(name) : readEntry(entries.get(name));
    }

    private byte[] readFile(String name) throws IOException {
        Path file = place.resolve(name).normalize();
        if (!file.startsWith(place.normalize()) || !Files.isRegularFile(file) || Files.size(file) > mostBytes) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readAllBytes();
        }
    }

    private byte[] readEntry(Entry entry) throws IOException {
        if (entry == null || entry.size() > mostBytes) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) entry.size());
        if (!fill(bytes, entry.at())) {
            throw new IOException(place + " ends within a picture");
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
