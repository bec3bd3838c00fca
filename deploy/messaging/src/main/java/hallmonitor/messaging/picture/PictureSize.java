package hallmonitor.messaging.picture;

import java.io.IOException;
import javax.imageio.ImageReader;

/** Limits of what is decoded: a small file can claim more pixels than this machine has memory. */
final class PictureSize {
  /** Each scan of a progressive JPEG goes over all pixels, and can be as short as 60 bytes. */
  private static final int MOST_SCANS_OF_LARGEST = 12;

  private static final int MARKER = 0xFF;
  private static final int START_OF_SCAN = 0xDA;

  private PictureSize() {}

  /**
   * Returns whether a picture may be decoded.
   *
   * @param reader that has the content as its input
   * @param most pixels
   */
  static boolean isDecodable(ImageReader reader, byte[] content, long most) throws IOException {
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    boolean jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
    return pixels <= most && (!jpeg || pixels * scans(content) <= MOST_SCANS_OF_LARGEST * most);
  }

  /** Counts the scans of a JPEG. Within one, the marker's first byte is always escaped. */
  private static int scans(byte[] content) {
    int scans = 0;
    for (int i = 1; i < content.length; i++) {
      if ((content[i - 1] & 0xFF) == MARKER && (content[i] & 0xFF) == START_OF_SCAN) {
        scans++;
      }
    }
    return scans;
  }
}
