package akin.models.kernel;

/** Whether {@link SimdLoops} can and shall be used. */
final class Simd {
    private Simd() {}

    /**
     * @param setting {@code auto} or {@code off}
     */
    static boolean wanted(String setting) {
        return switch (setting) {
            case "auto" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("akin.simd is '" + setting + "', must be auto or off");
        };
    }

    static boolean available() {
        try {
            return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && SimdLoops.supported();
        } catch (LinkageError e) {
            // Another Java, with another Vector API.
            return false;
        }
    }
}
