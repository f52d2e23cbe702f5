package akin.tools.experiments;

import akin.models.attribution.Windows;
import akin.models.offpolicy.LoggedList;
import akin.models.offpolicy.OffPolicy;
import akin.models.offpolicy.Propensities;
import akin.tools.logs.MessageIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Answers what another ranker would have had, from what two jobs wrote. */
public final class WhatIfs {
    private WhatIfs() {}

    /**
     * Estimates it.
     *
     * @param shown folder with the rankings that shoppers saw, some of them with a random pair
     * @param instead folder with the other ranker's rankings for the same events
     * @param placement whose rankings count, or null: all
     * @param windows for how long after a list a view of its items is a click
     * @return the estimates in words
     */
    public static String text(Path shown, Path instead, String placement, MessageIterator events, Windows windows)
            throws IOException {
        WhatIf whatIf = new WhatIf(
                RankingsFile.read(shown, placement, WhatIf.PLACES),
                RankingsFile.read(instead, placement, WhatIf.PLACES),
                windows);
        whatIf.read(events);
        List<LoggedList> lists = whatIf.lists();
        if (lists.isEmpty()) {
            throw new IOException(shown + " and " + instead + " hold no list for the same event");
        }
        if (lists.stream().allMatch(list -> list.pair() == 0)) {
            throw new IOException(
                    "no list of " + shown
                            + " has a random pair, so what a place is worth can't be told; give the experiment a share of `pairs`");
        }
        Propensities propensities = Propensities.measured(lists, WhatIf.PLACES);
        return WhatIf.text(OffPolicy.of(lists, propensities), propensities);
    }
}
