package akin.jobs.config;

/** One mistake in a configuration. */
record Problem(String key, Object value, String allowed) {
    @Override
    public String toString() {
        return "  " + key + ": " + Secrets.redact(key, value) + " (" + allowed + ")";
    }
}
