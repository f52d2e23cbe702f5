package akin.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what jobs were started from, by the job's id: the jar and the configuration may have changed since. */
final class Submissions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NAME_LENGTH = 12;

    /** Properties of Kafka's clients, in which references are looked up, that others must not see. */
    private static final Pattern SECRET = Pattern.compile(
            "(kafka\\.(?:properties|consumer|producer|admin)\\..*(?:password|secret|jaas|token|credential|\\.key)[^=]*)=(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):[^}]+}");

    private final Path folder;
    private final Path secrets;

    Submissions(ClusterFolder folder) {
        this.folder = folder.submissions();
        this.secrets = folder.secrets();
    }

    /** The same submission out of copies of its jar and its configuration, with its secrets in files. */
    Submission copy(Submission submission) throws IOException {
        Path conf = submission.conf() == null ? null : copy(submission.conf(), ".yaml", "--conf");
        List<String> assignments = new ArrayList<>();
        for (String assignment : submission.assignments()) {
            assignments.add(withoutSecret(assignment));
        }
        return new Submission(copy(submission.jar(), ".jar", "--jar"), conf, assignments, submission.createTopics());
    }

    /** Arguments are seen in lists of processes: a secret is replaced by the name of a file in a folder of the user's own. */
    private String withoutSecret(String assignment) throws IOException {
        Matcher secret = SECRET.matcher(assignment);
        if (!secret.matches() || REFERENCE.matcher(secret.group(2)).find()) {
            return assignment;
        }
        byte[] content = secret.group(2).getBytes(StandardCharsets.UTF_8);
        Path file = secrets.resolve(HexFormat.of().formatHex(sha256(content)).substring(0, NAME_LENGTH));
        Files.write(file, content);
        return secret.group(1) + "=${file:" + file + "}";
    }

    /** Equal files are kept once. */
    private Path copy(Path file, String suffix, String option) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("there is no file " + file + " (" + option + ")", e);
        }
        String hash = HexFormat.of().formatHex(sha256(content));
        Path copy = folder.resolve(hash.substring(0, NAME_LENGTH) + suffix);
        if (!Files.exists(copy)) {
            Files.write(copy, content);
        }
        return copy;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void put(String job, Submission submission) throws IOException {
        Files.write(file(job), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(submission));
    }

    Submission get(String job) throws IOException {
        if (!Files.exists(file(job))) {
            throw new IllegalStateException(
                    "job " + job + " was not submitted with ./akin cluster submit, so what it was"
                            + " started from is not known: stop it with a savepoint, and submit with --from");
        }
        return JSON.readValue(Files.readAllBytes(file(job)), Submission.class);
    }

    private Path file(String job) {
        return folder.resolve(job + ".json");
    }
}
