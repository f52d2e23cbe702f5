package akin.jobs.kafka;

import java.io.IOException;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Finds the newest complete checkpoint under a folder, to go on from after a crash. */
final class Checkpoints {
    private Checkpoints() {}

    /** The checkpoint's path, or null when there is none. */
    static String newest(String directory) throws IOException {
        Path root = new Path(directory);
        FileSystem files = root.getFileSystem();
        FileStatus newest = null;
        for (FileStatus job : list(files, root)) {
            for (FileStatus checkpoint : list(files, job.getPath())) {
                newest = newer(files, checkpoint, newest);
            }
        }
        return newest == null ? null : newest.getPath().getParent().toString();
    }

    private static FileStatus newer(FileSystem files, FileStatus checkpoint, FileStatus newest) throws IOException {
        Path metadata = new Path(checkpoint.getPath(), "_metadata");
        if (!checkpoint.getPath().getName().startsWith("chk-") || !files.exists(metadata)) {
            return newest;
        }
        FileStatus status = files.getFileStatus(metadata);
        return newest == null || status.getModificationTime() > newest.getModificationTime() ? status : newest;
    }

    private static FileStatus[] list(FileSystem files, Path folder) throws IOException {
        boolean isFolder = files.exists(folder) && files.getFileStatus(folder).isDir();
        FileStatus[] found = isFolder ? files.listStatus(folder) : null;
        return found == null ? new FileStatus[0] : found;
    }
}
