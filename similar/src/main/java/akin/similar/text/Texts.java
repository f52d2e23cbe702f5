package akin.similar.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings texts into the form that terms are taken from. */
final class Texts {
    /** Longer texts are cut: what tells products apart stands at the beginning. */
    static final int MOST_CHARACTERS = 4096;

    /** The mark of katakana that belongs to no script of its own. */
    private static final int LONG_VOWEL = 0x30FC;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Texts() {}

    /** Returns the text in compatibility form and lower case, cut to a length that is bounded. */
    static String normal(String text) {
        String cut = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Returns the runs of letters and digits; of scripts without spaces, the pairs of neighbouring characters. */
    static List<String> words(String normal) {
        List<String> words = new ArrayList<>();
        for (String run : NO_WORD.split(normal)) {
            if (!run.isEmpty()) {
                split(run, words);
            }
        }
        return words;
    }

    private static void split(String run, List<String> words) {
        int from = 0;
        while (from < run.length()) {
            boolean isDense = isDense(run.codePointAt(from));
            int to = from;
            while (to < run.length() && isDense(run.codePointAt(to)) == isDense) {
                to += Character.charCount(run.codePointAt(to));
            }
            String part = run.substring(from, to);
            if (!isDense || part.length() < 3) {
                words.add(part);
            } else {
                for (int i = 0; i + 2 <= part.length(); i++) {
                    words.add(part.substring(i, i + 2));
                }
            }
            from = to;
        }
    }

    /** Whether words of the character's script are written without spaces between them. */
    private static boolean isDense(int codePoint) {
        if (codePoint == LONG_VOWEL) {
            return true;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
