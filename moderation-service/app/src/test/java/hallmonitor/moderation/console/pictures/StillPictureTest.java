package hallmonitor.moderation.console.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.redaction.PictureArea;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts are only covered in pictures that a browser shows as Java reads them. */
class StillPictureTest {
  private static final byte[] PNG = PictureHost.picture("png", 40, 30);
  private static final byte[] GIF = PictureHost.picture("gif", 40, 30);

  /** A PNG with another chunk behind its header, without the checksum that no one asks for. */
  private static byte[] with(String kind, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(PNG, 0, 33);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(kind.getBytes(ISO_8859_1));
    out.writeBytes(content);
    out.writeBytes(new byte[4]);
    out.write(PNG, 33, PNG.length - 33);
    return out.toByteArray();
  }

  /** Where the picture of the GIF begins, behind its colors. */
  private static int picture() {
    return 13 + ((GIF[10] & 0x80) == 0 ? 0 : 3 << (GIF[10] & 7) + 1);
  }

  private static byte[] changed(int at, int value) {
    byte[] gif = GIF.clone();
    ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
    return gif;
  }

  @Test
  void whatFillsItsFileOnceIsStill() {
    assertThat(StillPicture.is(PNG)).isTrue();
    assertThat(StillPicture.is(GIF)).isTrue();
    assertThat(StillPicture.is(PictureHost.picture("jpeg", 40, 30))).isTrue();
    assertThat(StillPicture.is(with("tEXt", "Title".getBytes(ISO_8859_1)))).isTrue();
  }

  @Test
  void whatMovesIsNot() {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.write(GIF, 0, GIF.length - 1);
    twice.write(GIF, picture(), GIF.length - picture());

    assertThat(StillPicture.is(twice.toByteArray())).isFalse();
    assertThat(StillPicture.is(with("acTL", new byte[8]))).isFalse();
    assertThat(RedrawnPicture.of(twice.toByteArray(), List.of())).isPresent();
    assertThat(RedrawnPicture.of(twice.toByteArray(), List.of(new PictureArea(0, 0, 9, 9))))
        .isEmpty();
  }

  @Test
  void whatABrowserShowsElsewhereIsNot() {
    assertThat(GIF[picture()]).as("no extension comes first").isEqualTo((byte) 0x2C);
    assertThat(StillPicture.is(changed(6, 80))).as("it fills half of the width").isFalse();
    assertThat(StillPicture.is(changed(picture() + 3, 9))).as("it begins below").isFalse();
    assertThat(StillPicture.is(with("eXIf", new byte[8]))).as("it may be turned").isFalse();
  }

  @Test
  void whatIsBrokenOrAnotherKindIsNot() {
    for (int length = 0; length < GIF.length - 1; length++) {
      assertThat(StillPicture.is(Arrays.copyOf(GIF, length))).as("%d bytes", length).isFalse();
    }
    assertThat(StillPicture.is("RIFF1234WEBPVP8 ".getBytes(ISO_8859_1))).isFalse();
    assertThat(StillPicture.is("<svg/>".getBytes(ISO_8859_1))).isFalse();
  }

  /** A JPEG with a segment behind its start. */
  private static byte[] jpeg(byte[] segment) {
    byte[] plain = PictureHost.picture("jpeg", 40, 30);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.writeBytes(segment);
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /** An Exif segment that says how the camera was held. */
  private static byte[] held(int type, int count, int before) {
    ByteBuffer exif = ByteBuffer.allocate(before + 36);
    exif.put(new byte[] {-1, -1, -1}, 0, before);
    exif.put(new byte[] {-1, (byte) 0xE1}).putShort((short) 34);
    exif.put("Exif\0\0MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) type).putInt(count);
    exif.putShort((short) 6).putShort((short) 0).putInt(0);
    return exif.array();
  }

  @Test
  void aPhotographIsCoveredIfAllReadersTurnItAlike() {
    assertThat(StillPicture.is(jpeg(new byte[0]))).isTrue();
    assertThat(StillPicture.is(jpeg(held(3, 1, 0)))).isTrue();
    assertThat(StillPicture.is(jpeg(held(3, 1, 1)))).isFalse();
    assertThat(StillPicture.is(jpeg(held(4, 1, 0)))).isFalse();
    assertThat(StillPicture.is(jpeg(held(3, 2, 0)))).isFalse();
    byte[] twice = Arrays.copyOf(held(3, 1, 0), 72);
    System.arraycopy(held(3, 1, 0), 0, twice, 36, 36);
    assertThat(StillPicture.is(jpeg(twice))).isFalse();
    assertThat(StillPicture.is(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xE0, 0})).isFalse();
  }
}
