package hallmonitor.moderation.console.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A photograph as a phone stores it: with the place, a title, and a small copy of an earlier state
 * (Exif 2.32, sections 4.6.2 to 4.6.6), and with words behind its end.
 *
 * @param jpeg what is seen
 * @param thumbnail the small copy, a JPEG
 * @param orientation from 1 to 8
 */
public record CameraPhoto(byte[] jpeg, byte[] thumbnail, int orientation) {
  /** Stands in its title. */
  public static final String TITLE = "12 Elm Street";

  /** Stands behind its end. */
  public static final String BEHIND = "Ana Ruiz, grade 4";

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ASCII = 2;
  private static final int RATIONAL = 5;

  /** Where the parts of the TIFF begin. */
  private static final int PLACE = 8 + 2 + 3 * 12 + 4;

  private static final int SMALL = PLACE + 2 + 2 * 12 + 4;
  private static final int WORDS = SMALL + 2 + 2 * 12 + 4;
  private static final int DEGREES = WORDS + TITLE.length() + 1;
  private static final int COPY = DEGREES + 24;

  /** Returns the file. */
  public byte[] file() {
    byte[] tiff = tiff();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(
        ByteBuffer.allocate(4)
            .putShort((short) 0xFFE1)
            .putShort((short) (tiff.length + 8))
            .array());
    out.writeBytes("Exif\0\0".getBytes(ISO_8859_1));
    out.writeBytes(tiff);
    out.write(jpeg, 2, jpeg.length - 2);
    out.writeBytes(BEHIND.getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private byte[] tiff() {
    ByteBuffer tiff = ByteBuffer.allocate(COPY + thumbnail.length);
    tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 3);
    entry(tiff, 0x010E, ASCII, TITLE.length() + 1, WORDS);
    entry(tiff, 0x0112, SHORT, 1, orientation << 16);
    entry(tiff, 0x8825, LONG, 1, PLACE);
    tiff.putInt(SMALL).putShort((short) 2);
    entry(tiff, 1, ASCII, 2, 'N' << 24);
    entry(tiff, 2, RATIONAL, 3, DEGREES);
    tiff.putInt(0).putShort((short) 2);
    entry(tiff, 0x0201, LONG, 1, COPY);
    entry(tiff, 0x0202, LONG, 1, thumbnail.length);
    tiff.putInt(0).put(TITLE.getBytes(ISO_8859_1)).put((byte) 0);
    tiff.putInt(41).putInt(1).putInt(52).putInt(1).putInt(7).putInt(1);
    return tiff.put(thumbnail).array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
