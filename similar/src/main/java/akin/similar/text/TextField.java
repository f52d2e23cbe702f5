package akin.similar.text;

import akin.similar.catalogue.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of a product that terms are taken from.
 *
 * @param name of it in configuration and figures
 * @param text null where the product lacks it
 */
public record TextField(String name, Function<Product, String> text) {
    private static final List<String> MODEL_NUMBERS =
            List.of("model", "mpn", "modelno", "partno", "partnumber", "sku", "gtin", "ean", "upc", "isbn");

    /** What names the product: title, brand, and attributes that hold a model number. */
    public static TextField title() {
        return new TextField("title", TextField::naming);
    }

    public static TextField description() {
        return new TextField("description", Product::description);
    }

    /** All that is written of the product. */
    public static TextField everything() {
        return new TextField("text", TextField::all);
    }

    public static TextField brand() {
        return new TextField("brand", Product::brand);
    }

    public static TextField attribute(String name) {
        return new TextField(name, product -> product.attributes().get(name));
    }

    private static String naming(Product product) {
        List<String> parts = new ArrayList<>();
        parts.add(product.title());
        parts.add(product.brand());
        product.attributes().forEach((name, value) -> parts.add(isModelNumber(name) ? value : null));
        return join(parts.stream());
    }

    private static boolean isModelNumber(String attribute) {
        String name = attribute.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return MODEL_NUMBERS.stream().anyMatch(name::startsWith);
    }

    private static String all(Product product) {
        Stream<String> parts = Stream.of(product.title(), product.brand(), product.description());
        Stream<String> attributes = product.attributes().entrySet().stream().map(Map.Entry::getValue);
        return join(Stream.of(parts, product.category().stream(), attributes).flatMap(part -> part));
    }

    private static String join(Stream<String> parts) {
        String text = parts.filter(part -> part != null).collect(Collectors.joining(" \n"));
        return text.isBlank() ? null : text;
    }
}
