package akin.similar.files;

import java.io.Serializable;
import java.nio.file.Path;

/** Makes the files of a step, one per partition; sent to where it is done. */
public interface PartTask extends Serializable {
    /**
     * Makes one file, the same bytes whenever it is made from the same.
     *
     * @param part number of the partition
     * @param file to be written, beside its final place
     * @param counts takes what was counted
     */
    void make(int part, Path file, Counts counts) throws Exception;

    /** Ending of the files' names. */
    String ending();
}
