package akin.similar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static List<String> terms(View view, String text) {
        return view.terms(Texts.normal(text));
    }

    @Test
    void wordsAreRunsOfLettersAndDigits() {
        assertThat(terms(View.WORDS, "Sony's 7.1-channel  RÉCEPTEUR ①"))
                .containsExactly("sony", "s", "7", "1", "channel", "récepteur", "1");
    }

    @Test
    void scriptsWithoutSpacesAreCutIntoPairs() {
        assertThat(terms(View.WORDS, "油性ボールペン 10本")).containsExactly("油性", "性ボ", "ボー", "ール", "ルペ", "ペン", "10", "本");
    }

    @Test
    void charactersGoOverTheBordersOfWords() {
        assertThat(terms(View.CHARACTERS, "a-bc")).containsExactly(" a ", "a b", " bc", "bc ", " a b", "a bc", " bc ");
    }

    @Test
    void codesAreModelNumbersWhateverStandsBetween() {
        assertThat(terms(View.CODES, "HP KTC-D320/1G (358348-B21), tl-sf1008d 1234 12345 usb2"))
                .containsExactly("ktcd3201g", "358348b21", "tlsf1008d", "12345", "usb2");
    }

    @Test
    void partsOfCodesAreFoundInLongerOnes() {
        assertThat(terms(View.CODE_GRAMS, "FS105"))
                .contains("^fs", "s105", "105$")
                .allMatch(gram -> gram.length() <= 5);
        assertThat(terms(View.CODE_GRAMS, "FS105NA")).containsAll(List.of("^fs", "fs10", "s105"));
        assertThat(terms(View.CODE_GRAMS, "no codes")).isEmpty();
    }

    @Test
    void numbersKeepTheirPoints() {
        assertThat(terms(View.NUMBERS, "15.6\" 4x16GB 1080p")).containsExactly("15.6", "4", "16", "1080");
    }

    @Test
    void longTextsAreCut() {
        assertThat(Texts.normal("x".repeat(100_000))).hasSize(Texts.MOST_CHARACTERS);
    }

    @Test
    void surrogatesAndNothingDoNoHarm() {
        for (View view : View.values()) {
            assertThat(terms(view, "")).isEmpty();
            terms(view, "\uD83D broken 𠮷𠮷𠮷 \uDE00");
        }
    }
}
