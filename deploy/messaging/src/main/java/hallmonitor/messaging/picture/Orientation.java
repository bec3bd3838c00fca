package hallmonitor.messaging.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How a camera was held, as a JPEG says it (Exif 2.32, section 4.6.4, tag {@code Orientation}).
 * Phones store a picture as the sensor saw it and leave it to the reader to turn it. Only this one
 * number is looked for, within bounds, since all bytes are a stranger's.
 *
 * @param value from 1, which is upright, to 8
 */
public record Orientation(int value) {
  private static final Orientation UPRIGHT = new Orientation(1);
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int MARKER = 0xFF;

  private static final int SHORT = 3;
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;

  public Orientation {
    if (value < 1 || value > 8) {
      throw new IllegalArgumentException("orientation " + value + " is not within 1 to 8");
    }
  }

  /** Returns upright for what says nothing, or nothing that makes sense. */
  public static Orientation of(byte[] content) {
    if (content.length < 4 || (content[0] & 0xFF) != MARKER || (content[1] & 0xFF) != 0xD8) {
      return UPRIGHT;
    }
    try {
      return inSegments(ByteBuffer.wrap(content));
    } catch (IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  /**
   * Returns whether every reader finds the same one: the segments of a JPEG follow each other
   * without a gap, one at most is Exif, and it says the number as the standard asks. What readers
   * make of others differs.
   */
  public static boolean isCertain(byte[] content) {
    try {
      ByteBuffer jpeg = ByteBuffer.wrap(content);
      int exif = 0;
      int at = 2;
      while ((jpeg.get(at + 1) & 0xFF) != START_OF_SCAN) {
        int length = jpeg.getShort(at + 2) & 0xFFFF;
        if ((jpeg.get(at) & 0xFF) != MARKER || !hasLength(jpeg.get(at + 1) & 0xFF) || length < 2) {
          return false;
        }
        if (isExif(jpeg, at, length)) {
          int from = at + 4 + EXIF.length;
          if (++exif > 1 || !isPlain(jpeg.slice(from, length - 2 - EXIF.length))) {
            return false;
          }
        }
        at += 2 + length;
      }
      return (jpeg.get(at) & 0xFF) == MARKER;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** Of markers that stand before the picture; ITU-T T.81, table B.1. */
  private static boolean hasLength(int marker) {
    return marker >= 0xC0 && marker < 0xD0 || marker > 0xD9 && marker < MARKER;
  }

  private static boolean isExif(ByteBuffer jpeg, int at, int length) {
    byte[] start = new byte[EXIF.length];
    if ((jpeg.get(at + 1) & 0xFF) != APP1 || length <= EXIF.length + 2) {
      return false;
    }
    jpeg.get(at + 4, start);
    return Arrays.equals(start, EXIF);
  }

  private static boolean isPlain(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    int found = 0;
    for (int entry = directory + 2; entry < directory + 2 + entries * ENTRY; entry += ENTRY) {
      if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
        found++;
        if (tiff.getShort(entry + 2) != SHORT || tiff.getInt(entry + 4) != 1) {
          return false;
        }
      }
    }
    return found <= 1;
  }

  private static Orientation inSegments(ByteBuffer jpeg) {
    int at = 2;
    while ((jpeg.get(at) & 0xFF) == MARKER && (jpeg.get(at + 1) & 0xFF) != START_OF_SCAN) {
      int length = jpeg.getShort(at + 2) & 0xFFFF;
      if (isExif(jpeg, at, length)) {
        int from = at + 4 + EXIF.length;
        return inTiff(jpeg.slice(from, Math.min(length - 8, jpeg.capacity() - from)));
      }
      at += 2 + Math.max(2, length);
    }
    return UPRIGHT;
  }

  private static Orientation inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Returns whether width and height change places. */
  public boolean onItsSide() {
    return value >= 5;
  }

  /** Returns the picture as a person held it; the same one if it is upright. */
  public BufferedImage upright(BufferedImage stored) {
    if (value == 1) {
      return stored;
    }
    int wide = stored.getWidth();
    int high = stored.getHeight();
    BufferedImage turned =
        new BufferedImage(
            onItsSide() ? high : wide,
            onItsSide() ? wide : high,
            stored.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = turned.createGraphics();
    drawing.drawImage(stored, turn(wide, high), null);
    drawing.dispose();
    return turned;
  }

  private AffineTransform turn(int wide, int high) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, wide);
      default -> new AffineTransform();
    };
  }
}
