package akin.tools.report;

import java.util.List;

/** Learners with their losses. */
final class LearnerTable {
    private LearnerTable() {}

    static void draw(Markup to, List<Learner> learners) {
        to.open("div", "class", "wide").open("table").open("thead").open("tr");
        to.leaf("th", "learner", "scope", "col");
        for (String name : List.of("examples", "mean loss", "off by, percentage points")) {
            to.leaf("th", name, "scope", "col", "class", "number");
        }
        to.close().close().open("tbody");
        for (Learner learner : learners) {
            to.open("tr").leaf("th", learner.name(), "scope", "row");
            to.leaf("td", Numbers.count(learner.examples()), "class", "number");
            to.leaf("td", Numbers.decimal(learner.loss()), "class", "number");
            to.leaf("td", Numbers.hundredths(learner.gap()), "class", "number").close();
        }
        to.close().close().close();
    }
}
