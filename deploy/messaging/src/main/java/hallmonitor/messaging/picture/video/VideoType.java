package hallmonitor.messaging.picture.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of videos that are looked at, recognized by their first bytes, because servers may lie.
 * Lists of other files (HLS, DASH, ffconcat) are none of them.
 */
public enum VideoType {
  /** MP4 and QuickTime (ISO/IEC 14496-12): a box {@code ftyp} comes first. */
  MP4("mp4"),
  /** Matroska and WebM (RFC 9559): an EBML header comes first. */
  MATROSKA("matroska");

  private static final int EBML = 0x1A45DFA3;
  private static final int BRAND_ENDS = 12;

  /** The box has its size, a brand, a version, and the names of more brands. */
  private static final int LARGEST_BOX = 4_096;

  /** Brands of pictures in the same container: HEIF, AVIF and Canon's raw pictures. */
  private static final Set<String> PICTURES =
      Set.of(
          "avif", "avis", "crx ", "heic", "heim", "heis", "heix", "hevc", "hevx", "mif1", "msf1");

  private final String demuxer;

  VideoType(String demuxer) {
    this.demuxer = demuxer;
  }

  /** Returns ffmpeg's name of what takes such a file apart. */
  public String demuxer() {
    return demuxer;
  }

  /**
   * Returns empty for anything else.
   *
   * @param start at least the first 12 bytes
   */
  public static Optional<VideoType> of(byte[] start) {
    if (start.length < BRAND_ENDS) {
      return Optional.empty();
    }
    String box = new String(start, 4, 4, ISO_8859_1);
    String brand = new String(start, 8, 4, ISO_8859_1);
    int size = ByteBuffer.wrap(start).getInt();
    if (box.equals("ftyp")
        && size >= BRAND_ENDS
        && size <= LARGEST_BOX
        && !PICTURES.contains(brand)) {
      return Optional.of(MP4);
    }
    return size == EBML ? Optional.of(MATROSKA) : Optional.empty();
  }
}
