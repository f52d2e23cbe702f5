package akin.tools.logs.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.jobs.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private static final String EVENT = "{user: u, item: i, type: {value: view}, time: {column: t, unit: seconds}}";

    private static final Path ROOT = Path.of(System.getProperty("akin.root"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "files: []|files is empty",
                "separator: ab\\nfiles: [{event: EVENT}]|separator is 'ab', allowed is one character",
                "files: [{event: EVENT, itm: {}}]|files[0].itm: no such key here, known are",
                "files: [{item: {brand: b}}]|item.id is missing",
                "files: [{}]|event or item is needed",
                "files: [{columns: [a, b], event: EVENT}]|columns are [a, b], needed are",
                "files: [{event: {user: u}}]|item is missing",
                "files: [{event: {user: u, item: i, type: {value: look}, time: t}}]|type is look, allowed are view, cart",
                "files: [{event: {user: u, item: i, type: {column: y, values: {1: see}}, time: t}}]|type is see",
                "files: [{event: {user: {}, item: i, type: {value: view}, time: t}}]|either column or value is needed",
                "files: [{event: {user: u, item: i, type: {value: view}, time: {column: t, zone: Mars}}}]|zone is Mars",
                "files: [{event: {user: u, item: i, type: {value: view}, time: {column: t, format: bb}}}]|format is bb",
                "files: [{event: {user: u, item: i, type: {value: view}, time: {column: t, unit: weeks}}}]|time.unit",
                "files: [|is not YAML: see line",
            })
    void mistakesAreToldByKey(String yaml, String problem) {
        String text = yaml.replace("\\n", "\n").replace("EVENT", EVENT);

        assertThatThrownBy(() -> Mapping.parse(text, "m.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("m.yaml")
                .hasMessageContaining(problem);
    }

    @Test
    void anEmptyMappingIsTold() {
        assertThatThrownBy(() -> Mapping.parse("", "m.yaml")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Mapping.parse("# nothing", "m.yaml")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aMappingIsProposedFromTheHeader() throws IOException {
        Path log = Files.writeString(folder.resolve("shop.csv"), """
                when;visitor;session_no;sku;action;price;category
                2024-03-01 10:00:00;v1;s1;a;view;9,90;shoes
                2024-03-01 10:00:05;v1;s1;a;add_to_cart;9,90;shoes
                2024-03-01 10:01:05;v1;s1;a;order;9,90;shoes
                """);
        String proposal = Proposal.of(log);
        Mapping mapping = Mapping.parse(proposal, "proposal");

        assertThat(proposal)
                .contains("separator: \";\"")
                .contains("user: \"visitor\"")
                .contains("session: \"session_no\"")
                .contains("item: \"sku\"")
                .contains("{\"view\": view, \"add_to_cart\": cart, \"order\": purchase}")
                .contains("time: {column: \"when\", format: \"yyyy-MM-dd HH:mm:ss[ 'UTC']\"")
                .contains("price: \"price\"");
        assertThat(mapping.files()).hasSize(1);
    }

    @Test
    void whatIsNotFoundIsAsked() throws IOException {
        Path log = Files.writeString(folder.resolve("no-header.csv"), "1511539200,7,8\n1511539201,7,9\n");

        assertThat(Proposal.of(log))
                .contains("columns: [\"c1\", \"c2\", \"c3\"]")
                .contains("user: ?  # which column?")
                .contains("time: {column: \"c1\", unit: seconds}");
    }

    @Test
    void theExampleOfTheDocumentationIsAMapping() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/logs.md"));
        int from = page.indexOf("```yaml") + "```yaml".length();
        Mapping mapping = Mapping.parse(page.substring(from, page.indexOf("```", from)), "docs/logs.md");

        assertThat(mapping.files().get(0).event().time().zone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void eachMappingThatIsShippedIsOne() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("conf/logs"))) {
            assertThat(files).hasSizeGreaterThan(5).allSatisfy(file -> {
                String name = file.getFileName().toString().replace(".yaml", "");
                assertThat(Mapping.parse(Mapping.shipped(name), name).files()).isNotEmpty();
            });
        }
    }
}
