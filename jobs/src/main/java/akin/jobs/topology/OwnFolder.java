package akin.jobs.topology;

import akin.jobs.config.ConfigurationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only the user can read, and that nobody else can have put there. */
final class OwnFolder {
    private static final FileAttribute<?> OWNERS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnFolder() {}

    /** Where checkpoints of a job lie that nobody gave a place, below the user's home. */
    static Path ofCheckpoints(Path home, String group) {
        return home.resolve(".akin").resolve("checkpoints").resolve(URLEncoder.encode(group, StandardCharsets.UTF_8));
    }

    /**
     * Makes the folder where it isn't there yet.
     *
     * @throws ConfigurationException when it can't be the user's own
     */
    static Path made(Path folder) {
        try {
            boolean isPosix =
                    folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(folder, isPosix ? new FileAttribute<?>[] {OWNERS_ONLY} : new FileAttribute<?>[0]);
            if (isPosix) {
                check(folder);
            }
            return folder;
        } catch (IOException e) {
            throw refused(folder, "can't be made: " + e.getMessage());
        }
    }

    private static void check(Path folder) throws IOException {
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Path own = Files.createTempFile(folder, "owner", "");
        boolean isOwn = Files.getOwner(own).equals(found.owner());
        Files.delete(own);
        if (!found.isDirectory() || !isOwn) {
            throw refused(folder, "belongs to " + found.owner().getName());
        }
        if (found.permissions().contains(PosixFilePermission.GROUP_WRITE)
                || found.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw refused(folder, "can be written by others");
        }
    }

    private static ConfigurationException refused(Path folder, String why) {
        return new ConfigurationException(
                "checkpoints would lie in " + folder + ", which " + why + ": set checkpoints.directory");
    }
}
