package akin.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps what jobs were started from, by the job's id: the jar and the configuration may have changed since. */
final class Submissions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NAME_LENGTH = 12;

    private final Path folder;

    Submissions(ClusterFolder folder) {
        this.folder = folder.submissions();
    }

    /** The same submission out of copies of its jar and its configuration. */
    Submission copy(Submission submission) throws IOException {
        Path conf = submission.conf() == null ? null : copy(submission.conf(), ".yaml", "--conf");
        return new Submission(
                copy(submission.jar(), ".jar", "--jar"), conf, submission.assignments(), submission.createTopics());
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
