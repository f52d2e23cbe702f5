package akin.models.embedding;

import akin.models.event.EventType;
import akin.models.memory.Setting;
import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * What embeddings are learned from.
 *
 * @param window most items of the session that an example is learned from
 * @param reservoir how many past examples are kept, to be learned again and to draw negatives from
 * @param cartWeight weight of an example whose item the shopper then adds to the cart (ω of formula 9)
 * @param purchaseWeight weight of an example whose item the shopper then buys
 * @param admission visits that an item needs before it is learned
 */
public record ExampleSettings(int window, int reservoir, double cartWeight, double purchaseWeight, int admission)
        implements Serializable {
    public ExampleSettings {
        Checks.of("embedding")
                .range("window", window, 1, 64)
                .range("reservoir", reservoir, 1, 1 << 24)
                .range("cart_weight", cartWeight, 1, 100)
                .range("purchase_weight", purchaseWeight, 1, 100)
                .range("admission", admission, 1, 1_000_000)
                .verify();
    }

    /** Returns the weight of a visit by what it led to. */
    float weight(EventType ledTo) {
        return switch (ledTo) {
            case CART -> (float) cartWeight;
            case PURCHASE -> (float) purchaseWeight;
            default -> 1;
        };
    }

    /** That examples have so many places for items. */
    Setting shapeOfWindows() {
        return new Setting("embedding.window", window);
    }

    /** That so many examples are kept. */
    Setting shapeOfReservoir() {
        return new Setting("embedding.reservoir", reservoir);
    }
}
