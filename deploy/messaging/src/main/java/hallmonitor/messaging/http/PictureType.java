package hallmonitor.messaging.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of pictures that pages show, recognized by their first bytes, because servers may lie.
 */
public enum PictureType {
  JPEG("image/jpeg", 0, 0xFF, 0xD8, 0xFF),
  PNG("image/png", 0, 0x89, 'P', 'N', 'G'),
  GIF("image/gif", 0, 'G', 'I', 'F', '8'),
  WEBP("image/webp", 8, 'W', 'E', 'B', 'P');

  private final String mediaType;
  private final int from;
  private final int[] begins;

  PictureType(String mediaType, int from, int... begins) {
    this.mediaType = mediaType;
    this.from = from;
    this.begins = begins;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Returns empty for anything else. */
  public static Optional<PictureType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.fits(content)).findFirst();
  }

  private boolean fits(byte[] content) {
    if (content.length < from + begins.length) {
      return false;
    }
    for (int i = 0; i < begins.length; i++) {
      if ((content[from + i] & 0xFF) != begins[i]) {
        return false;
      }
    }
    return true;
  }
}
