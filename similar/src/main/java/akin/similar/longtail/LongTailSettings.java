package akin.similar.longtail;

import akin.models.als.AlsSettings;
import akin.models.longtail.ContentSettings;
import akin.models.settings.Checks;

/**
 * How rare items are ranked.
 *
 * @param kappa as many interactions weigh as much as content
 * @param inputs columns over which the terms of content are hashed
 */
record LongTailSettings(AlsSettings als, ContentSettings content, double kappa, int inputs) {
    LongTailSettings {
        Checks.of("long_tail")
                .range("kappa", kappa, 0.001, 1e6)
                .range("inputs", inputs, 1, 65_536)
                .verify();
    }

    LongTailSettings with(AlsSettings other) {
        return new LongTailSettings(other, content, kappa, inputs);
    }

    LongTailSettings with(double otherKappa) {
        return new LongTailSettings(als, content, otherKappa, inputs);
    }
}
