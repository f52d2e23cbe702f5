package akin.similar.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFileTest {
    @TempDir
    private Path folder;

    private Catalogue read(String name, String text, Map<String, Object> mapping) throws IOException {
        return new CatalogueFile(Files.writeString(folder.resolve(name), text), mapping).read();
    }

    @Test
    void guessesColumnsByTheirUsualNames() throws IOException {
        Catalogue catalogue = read(
                "a.csv",
                "\uFEFFid,Name,description,price,colour\r\n7,\"A \"\"big\"\" cup,\nblue\",text,$12.50,blue\r\n",
                Map.of());

        Product cup = catalogue.get(catalogue.place("7"));
        assertThat(cup.title()).isEqualTo("A \"big\" cup,\nblue");
        assertThat(cup.description()).isEqualTo("text");
        assertThat(cup.price()).isEqualTo(12.5);
        assertThat(cup.attributes()).containsExactly(Map.entry("colour", "blue"));
        assertThat(cup.image()).isNull();
        assertThat(cup.isAvailable()).isTrue();
    }

    @Test
    void readsByAMapping() throws IOException {
        Map<String, Object> mapping = Map.of(
                "id",
                "key",
                "category",
                List.of("a", "b"),
                "image",
                "{key}.jpg",
                "attributes",
                Map.of("colour", "c"),
                "title",
                "t");

        Product product = read("a.tsv", "key\ta\tb\tt\tc\n1\tx\ty\tone \"two\t\n", mapping)
                .get(0);

        assertThat(product.category()).containsExactly("x", "y");
        assertThat(product.image()).isEqualTo("1.jpg");
        assertThat(product.title()).isEqualTo("one \"two");
        assertThat(product.attributes()).isEmpty();
        assertThat(product.hasPrice()).isFalse();
    }

    @Test
    void readsGzip() throws IOException {
        Path file = folder.resolve("a.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("id,title\n1,one\n".getBytes());
        }

        assertThat(new CatalogueFile(file, Map.of()).read().get(0).title()).isEqualTo("one");
    }

    @Test
    void countsWhatItLeavesOut() throws IOException {
        Catalogue catalogue = read("a.csv", "id,title\n1,one\n,two\n1,three\n2\n3,three,more\n", Map.of());

        assertThat(catalogue.products()).extracting(Product::id).containsExactly("1", "2", "3");
        assertThat(catalogue.rejected()).isOne();
        assertThat(catalogue.repeated()).isOne();
        assertThat(catalogue.get(1).title()).isNull();
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertThatThrownBy(() -> read("a.csv", "id,title\n", Map.of("brand", "maker")))
                .isInstanceOf(UsageException.class)
                .hasMessage("columns.brand: there is no column maker, but id, title");
        assertThatThrownBy(() -> read("b.csv", "number,title\n", Map.of()))
                .hasMessageContaining("no column holds the id");
        assertThatThrownBy(() -> read("c.csv", "", Map.of())).hasMessageContaining("is empty");
        assertThatThrownBy(() -> new CatalogueFile(folder.resolve("none.csv"), Map.of()).read())
                .hasMessageContaining("there is no catalogue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$1,299.00;1299",
                "12,50 EUR;12.5",
                "1.234,5;1234.5",
                "99;99",
                ".5;0.5",
                "1,299;1299",
                "7.125;7.125",
                "none;NaN"
            })
    void readsPrices(String text, Double price) {
        assertThat(ProductReader.price(text)).isEqualTo(price);
    }
}
