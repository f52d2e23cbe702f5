package akin.models.covisit;

import akin.models.catalog.Features;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;

/** What rankers need to know of the anchor and each candidate, looked up once for all of them. */
final class PairFigures {
    private final Covisits covisits;
    private final Features features;
    private Candidates of;
    private long version;
    private int anchor;
    private double anchorTotal;
    private float[] counts = new float[256];
    private double[] totals = new double[256];
    private float[] attributes = new float[256];

    PairFigures(Covisits covisits, Features features) {
        this.covisits = covisits;
        this.features = features;
    }

    /** Looks the candidates up, unless that was just done for the same anchor. */
    void take(Query query, Candidates candidates) {
        if (of != candidates || version != candidates.version() || anchor != query.anchor()) {
            of = candidates;
            version = candidates.version();
            anchor = query.anchor();
            lookUp();
        }
    }

    private void lookUp() {
        if (counts.length < of.size()) {
            counts = new float[of.size()];
            totals = new double[of.size()];
            attributes = new float[of.size()];
        }
        anchorTotal = anchor == 0 ? 0 : covisits.total(anchor);
        for (int i = 0; i < of.size(); i++) {
            counts[i] = anchor == 0 ? 0 : (float) covisits.count(anchor, of.row(i));
            totals[i] = counts[i] == 0 ? 0 : covisits.total(of.row(i));
            attributes[i] = anchor == 0 ? 0 : features.similarity(anchor, of.row(i));
        }
    }

    /** Returns {@code |Ua|}. */
    double anchorTotal() {
        return anchorTotal;
    }

    /** Returns {@code |Ui|} of the candidate at a position, 0 when nobody visited both. */
    double total(int position) {
        return totals[position];
    }

    /** Returns {@code |Ua ∩ Ui|} of the candidate at a position. */
    float count(int position) {
        return counts[position];
    }

    /** Returns Fsim of the candidate at a position. */
    float attributes(int position) {
        return attributes[position];
    }
}
