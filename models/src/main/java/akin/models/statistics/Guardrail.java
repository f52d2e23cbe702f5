package akin.models.statistics;

import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * A metric that must not get worse by more than a margin.
 *
 * @param margin as a share of the control's value: 0.02 allows a loss of 2 %
 */
public record Guardrail(Metric metric, double margin) implements Serializable {
    public Guardrail {
        Checks.ofPart().range("margin", margin, 0, 1).verify();
    }
}
