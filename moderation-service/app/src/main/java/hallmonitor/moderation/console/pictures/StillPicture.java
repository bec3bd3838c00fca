package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.picture.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Tells a picture that every reader shows alike from one that moves, or that a browser may show at
 * another place than Java reads it: what is covered there would show elsewhere. See GIF89a,
 * sections 18 to 20, and PNG, third edition, section 11.3, for {@code acTL} and {@code eXIf}.
 */
final class StillPicture {
  private static final int PNG_SIGNATURE = 8;
  private static final int PNG_CHUNK = 12;
  private static final int ANIMATION = 0x6163544C;
  private static final int EXIF = 0x65584966;
  private static final int GIF_HEADER = 13;
  private static final int GIF_IMAGE = 0x2C;
  private static final int GIF_EXTENSION = 0x21;
  private static final int GIF_END = 0x3B;

  private StillPicture() {}

  /** Returns whether it is a JPEG, or a PNG or GIF of one picture that fills it. */
  static boolean is(byte[] content) {
    Optional<PictureType> type = PictureType.of(content);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    try {
      return type.filter(
              one ->
                  switch (one) {
                    case JPEG -> Orientation.isCertain(content);
                    case PNG -> isStillPng(bytes);
                    case GIF -> isStillGif(bytes.order(ByteOrder.LITTLE_ENDIAN));
                    case WEBP -> false;
                  })
          .isPresent();
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  private static boolean isStillPng(ByteBuffer png) {
    long at = PNG_SIGNATURE;
    while (at + PNG_CHUNK <= png.capacity()) {
      int kind = png.getInt((int) at + 4);
      if (kind == ANIMATION || kind == EXIF) {
        return false;
      }
      at += PNG_CHUNK + (png.getInt((int) at) & 0xFFFF_FFFFL);
    }
    return true;
  }

  private static boolean isStillGif(ByteBuffer gif) {
    int at = GIF_HEADER + colors(gif.get(10));
    int pictures = 0;
    for (; at < gif.capacity() && gif.get(at) != GIF_END; at = afterBlocks(gif, at)) {
      if (gif.get(at) == GIF_EXTENSION) {
        at += 2;
      } else if (gif.get(at) != GIF_IMAGE || ++pictures > 1 || !fills(gif, at + 1)) {
        return false;
      } else {
        at += 11 + colors(gif.get(at + 9));
      }
    }
    return pictures == 1;
  }

  /** Whether a picture has the place and the size of the whole. */
  private static boolean fills(ByteBuffer gif, int at) {
    return gif.getInt(at) == 0 && gif.getInt(at + 4) == gif.getInt(6);
  }

  /** Bytes of the table of colors that the flags tell of. */
  private static int colors(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  private static int afterBlocks(ByteBuffer gif, int from) {
    int at = from;
    while (gif.get(at) != 0) {
      at += 1 + (gif.get(at) & 0xFF);
    }
    return at + 1;
  }
}
