package akin.models.offpolicy;

import java.util.List;

/**
 * A list that was shown, what was clicked, and the list that another ranker would have shown instead.
 *
 * @param items as shown, best first
 * @param clicked by place, whether the item there was clicked
 * @param pair where two neighbours were put in random order, the place of the upper one, 1 the best; else 0
 * @param target items of the other ranker's list, best first
 */
public record LoggedList(String userId, List<String> items, boolean[] clicked, int pair, List<String> target) {}
