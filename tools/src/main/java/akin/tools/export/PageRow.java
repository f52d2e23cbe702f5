package akin.tools.export;

/**
 * A page as it is.
 *
 * @param content the page's bytes, header and all, in hexadecimal
 */
public record PageRow(int shard, String table, int page, int version, int width, int rows, String content) {}
