package akin.similar.match;

import akin.similar.catalogue.Product;
import akin.similar.compound.Sides;
import akin.similar.pairs.Pair;
import akin.similar.pairs.PairList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two catalogues, or one, and labelled pairs of their products.
 *
 * @param products of the left catalogue, then of the right one
 * @param train pairs that are learned
 * @param valid pairs that choices are made on
 * @param test pairs that are measured only
 */
public record Problem(List<Product> products, Sides sides, PairList train, PairList valid, PairList test) {
    public Problem {
        products = List.copyOf(products);
    }

    /** Returns the similar pairs that are not of the test. */
    List<Pair> known() {
        return Stream.of(train, valid)
                .flatMap(list -> list.pairs().stream())
                .filter(Pair::isSimilar)
                .toList();
    }
}
