package akin.similar.match;

import akin.similar.catalogue.Catalogue;
import akin.similar.catalogue.CatalogueFile;
import akin.similar.catalogue.Product;
import akin.similar.compound.Sides;
import akin.similar.pairs.PairFile;
import akin.similar.pairs.PairList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what is to be matched.
 *
 * @param left null where the files of pairs hold titles
 * @param right null where the files of pairs hold titles, or ids of the left catalogue alone
 * @param leftColumns by what they hold, see {@link akin.similar.catalogue.Columns#of}
 * @param pairColumns by {@code left}, {@code right} and {@code label}
 */
record ProblemReader(
        Path left,
        Path right,
        Map<String, String> leftColumns,
        Map<String, String> rightColumns,
        Map<String, String> pairColumns) {
    Problem read(Path train, Path valid, Path test) throws IOException {
        if (left == null) {
            return readTitles(train, valid, test);
        }
        return right == null ? readCatalogue(train, valid, test) : readCatalogues(train, valid, test);
    }

    private Problem readCatalogue(Path train, Path valid, Path test) throws IOException {
        Catalogue all = new CatalogueFile(left, new LinkedHashMap<>(leftColumns)).read();
        Pairs pairs = file -> new PairFile(file, pairColumns).readIds(all::place, all::place);
        return new Problem(
                all.products(), Sides.ofOne(all.size()), pairs.read(train), pairs.read(valid), pairs.read(test));
    }

    private Problem readCatalogues(Path train, Path valid, Path test) throws IOException {
        Catalogue lefts = new CatalogueFile(left, new LinkedHashMap<>(leftColumns)).read();
        Catalogue rights = new CatalogueFile(right, new LinkedHashMap<>(rightColumns)).read();
        List<Product> products = new ArrayList<>(lefts.products());
        products.addAll(rights.products());
        Pairs pairs = file -> new PairFile(file, pairColumns).readIds(lefts::place, id -> {
            int place = rights.place(id);
            return place < 0 ? place : lefts.size() + place;
        });
        return new Problem(
                products,
                new Sides(lefts.size(), products.size()),
                pairs.read(train),
                pairs.read(valid),
                pairs.read(test));
    }

    private Problem readTitles(Path train, Path valid, Path test) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        List<Product> products = new ArrayList<>();
        Pairs pairs = file -> new PairFile(file, pairColumns)
                .readTitles(title -> places.computeIfAbsent(title, unknown -> {
                    products.add(titled(products.size(), title));
                    return products.size() - 1;
                }));
        PairList trainPairs = pairs.read(train);
        PairList validPairs = pairs.read(valid);
        PairList testPairs = pairs.read(test);
        return new Problem(products, Sides.ofOne(products.size()), trainPairs, validPairs, testPairs);
    }

    private static Product titled(int number, String title) {
        return new Product(String.valueOf(number), title, null, List.of(), null, Double.NaN, Map.of(), null, true);
    }

    /** Reads a file of pairs. */
    private interface Pairs {
        PairList read(Path file) throws IOException;
    }
}
