package akin.models.als;

/** Says that vectors are not finite any more. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DivergedException(int halfRound) {
        super("the loss is not finite after half-round " + halfRound
                + ": give als.regularization.lambda a larger value, or als.confidence a smaller one");
    }
}
