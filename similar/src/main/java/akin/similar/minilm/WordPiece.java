package akin.similar.minilm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts texts into the pieces that BERT's networks know: without accents and in lower case, cut at spaces and marks, then the
 * longest known piece first. [Devlin et al., NAACL 2019]
 */
final class WordPiece {
    /** Special pieces at the ends included. */
    static final int MOST_PIECES = 128;

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> pieces = new HashMap<>();
    private final int unknown;
    private final int first;
    private final int last;

    private WordPiece(JsonNode vocabulary) {
        vocabulary
                .properties()
                .forEach(piece -> pieces.put(piece.getKey(), piece.getValue().asInt()));
        unknown = pieces.get("[UNK]");
        first = pieces.get("[CLS]");
        last = pieces.get("[SEP]");
    }

    /** Reads the vocabulary of a {@code tokenizer.json}. */
    static WordPiece read(InputStream json) throws IOException {
        return new WordPiece(new ObjectMapper().readTree(json).path("model").path("vocab"));
    }

    /** Returns the ids of a text's pieces, between those of its beginning and its end; those beyond the most are cut. */
    long[] ids(String text) {
        long[] ids = new long[MOST_PIECES];
        ids[0] = first;
        int n = 1;
        for (String word : words(text).split(" ")) {
            if (!word.isEmpty() && n < MOST_PIECES - 1) {
                n = cut(word, ids, n);
            }
        }
        ids[n++] = last;
        return Arrays.copyOf(ids, n);
    }

    /** Brings a text into lower case without accents, with spaces around marks and Chinese characters. */
    private static String words(String text) {
        // A word's longest piece is found by hand: nothing beyond this many characters fits.
        int most = Math.min(text.length(), MOST_PIECES * LONGEST_WORD);
        String plain = Normalizer.normalize(text.substring(0, most).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder spaced = new StringBuilder();
        plain.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || c == 0 || c == 0xFFFD) {
                return;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced.append(' ');
            } else if (isMark(c, type) || isChinese(c)) {
                spaced.append(' ').appendCodePoint(c).append(' ');
            } else if (type != Character.CONTROL && type != Character.FORMAT) {
                spaced.appendCodePoint(c);
            }
        });
        return spaced.toString();
    }

    private static boolean isMark(int c, int type) {
        boolean isAscii = c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126;
        return isAscii
                || switch (type) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isChinese(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }

    /** Appends a word's pieces, or the unknown one, and returns how many there are then. */
    private int cut(String word, long[] ids, int from) {
        int n = from;
        int at = 0;
        while (at < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Integer id = null;
            while (to > at && id == null) {
                id = pieces.get((at > 0 ? "##" : "") + word.substring(at, to--));
            }
            if (id == null) {
                break;
            }
            at = to + 1;
            if (n < MOST_PIECES - 1) {
                ids[n++] = id;
            }
        }
        if (at < word.length()) {
            ids[from] = unknown;
            return from + 1;
        }
        return n;
    }
}
