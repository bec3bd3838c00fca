package hallmonitor.importer.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One file, or one of those in an archive.
 *
 * @param name with its folders, as the archive has it
 * @param size bytes when unpacked; 0 if the archive does not say
 */
public record ExportPart(String name, long size, Opening opening) {
  /** Bytes of the first line that are looked at. */
  private static final int HEAD = 16 * 1024;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** Opens a part from its start. */
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }

  /** Opens it, without the mark that some programs put before UTF-8. */
  public InputStream open() throws IOException {
    BufferedInputStream in = new BufferedInputStream(opening.open(), 1 << 16);
    in.mark(3);
    byte[] first = in.readNBytes(3);
    boolean marked =
        new String(first, StandardCharsets.UTF_8).codePoints().limit(1).sum() == BYTE_ORDER_MARK;
    if (!marked) {
      in.reset();
    }
    return in;
  }

  /** Returns the name without its folders. */
  String file() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  String firstLine() throws IOException {
    try (InputStream in = open()) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }
}
