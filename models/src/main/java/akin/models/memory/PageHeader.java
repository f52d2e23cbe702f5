package akin.models.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the bytes of a page say of themselves, for whoever has pages but not their table.
 *
 * @param version of the byte format
 * @param width numbers per row
 * @param rows in the page
 */
public record PageHeader(int version, int width, int rows) {
    /** Reads a page's header. */
    public static PageHeader of(byte[] page) {
        ByteBuffer buffer = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        int width = buffer.getInt(Integer.BYTES);
        return new PageHeader(buffer.getInt(0), width, (page.length - Paged.HEADER_BYTES) / Integer.BYTES / width);
    }

    /** The numbers of a page as raw bits, row after row. */
    public static int[] numbers(byte[] page) {
        int[] numbers = new int[(page.length - Paged.HEADER_BYTES) / Integer.BYTES];
        ByteBuffer.wrap(page)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(Paged.HEADER_BYTES)
                .asIntBuffer()
                .get(numbers);
        return numbers;
    }
}
