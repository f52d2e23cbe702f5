package akin.tools.logs.lines;

import java.util.HexFormat;

/**
 * What was read of a file, by which it is known again.
 *
 * @param name in the ids of its events
 * @param bytes unzipped bytes from the start
 * @param digest SHA-256 of these bytes, in hex
 */
public record ReadFile(String name, long bytes, String digest) {
    static ReadFile of(String name, long bytes, byte[] digest) {
        return new ReadFile(name, bytes, HexFormat.of().formatHex(digest));
    }
}
