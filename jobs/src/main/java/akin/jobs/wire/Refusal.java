package akin.jobs.wire;

/** Why a message can't be used. Carries no stack: refusing is an everyday matter. */
final class Refusal extends RuntimeException {
    Refusal(String reason) {
        super(reason, null, false, false);
    }
}
