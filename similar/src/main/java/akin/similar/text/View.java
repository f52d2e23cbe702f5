package akin.similar.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to take a text apart into terms. Each tells products apart that others confuse. */
public enum View {
    /** Words. */
    WORDS {
        @Override
        List<String> terms(String normal) {
            return Texts.words(normal);
        }
    },
    /** Three and four characters in a row, over the borders of words. */
    CHARACTERS {
        @Override
        List<String> terms(String normal) {
            List<String> grams = new ArrayList<>();
            grams(' ' + String.join(" ", Texts.words(normal)) + ' ', 3, 4, grams);
            return grams;
        }
    },
    /** Model and part numbers: letters and digits mixed, or five digits and more, whatever marks stand between them. */
    CODES {
        @Override
        List<String> terms(String normal) {
            return codes(normal);
        }
    },
    /** Three to five characters in a row of these, since shops append and leave out parts of them. */
    CODE_GRAMS {
        @Override
        List<String> terms(String normal) {
            List<String> grams = new ArrayList<>();
            for (String code : Set.copyOf(codes(normal)).stream().sorted().toList()) {
                grams('^' + code + '$', 3, 5, grams);
            }
            return grams;
        }
    },
    /** Numbers: sizes, counts, versions. */
    NUMBERS {
        @Override
        List<String> terms(String normal) {
            List<String> numbers = new ArrayList<>();
            Matcher matcher = NUMBER.matcher(normal);
            while (matcher.find()) {
                numbers.add(matcher.group());
            }
            return numbers;
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern CODE = Pattern.compile("[0-9a-z][0-9a-z\\-/._#+'*&:]*");
    private static final int SHORTEST_CODE = 4;
    private static final int SHORTEST_NUMERIC_CODE = 5;

    /** Returns the terms of a text in its normal form, repeated as often as they occur. */
    abstract List<String> terms(String normal);

    /** What the view is called in figures. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> codes(String normal) {
        Set<String> codes = new LinkedHashSet<>();
        Matcher matcher = CODE.matcher(normal);
        while (matcher.find()) {
            StringBuilder code = new StringBuilder();
            boolean digits = false;
            boolean letters = false;
            for (char c : matcher.group().toCharArray()) {
                boolean isDigit = c >= '0' && c <= '9';
                boolean isLetter = c >= 'a' && c <= 'z';
                digits |= isDigit;
                letters |= isLetter;
                if (isDigit || isLetter) {
                    code.append(c);
                }
            }
            if (digits && code.length() >= (letters ? SHORTEST_CODE : SHORTEST_NUMERIC_CODE)) {
                codes.add(code.toString());
            }
        }
        return new ArrayList<>(codes);
    }

    private static void grams(String text, int shortest, int longest, List<String> into) {
        for (int n = shortest; n <= longest; n++) {
            for (int i = 0; i + n <= text.length(); i++) {
                into.add(text.substring(i, i + n));
            }
        }
    }
}
