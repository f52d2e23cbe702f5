package akin.models.experiment;

import akin.models.ranking.Filters;
import java.io.Serializable;
import java.util.List;

/** What an arm filters otherwise than the placement; each is null where it is as the placement has it. */
public record FilterVariation(
        Integer categoryLevels, List<String> matching, Boolean hideBought, Boolean hideSeen, Double priceBand)
        implements Serializable {
    /** Nothing else. */
    public static final FilterVariation NONE = new FilterVariation(null, null, null, null, null);

    Filters of(Filters filters) {
        return new Filters(
                or(categoryLevels, filters.categoryLevels()),
                or(matching, filters.matching()),
                or(hideBought, filters.hideBought()),
                or(hideSeen, filters.hideSeen()),
                or(priceBand, filters.priceBand()));
    }

    static <T> T or(T varied, T standard) {
        return varied == null ? standard : varied;
    }
}
