package hallmonitor.messaging.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A picture is found again after what people do to it before they post it. */
class PictureHashesTest {
  private static final int ALIKE = PostedPicture.ALIKE;
  private static final PhotoLike PHOTO = PhotoLike.number(1);

  private static int distance(byte[] posted) throws IOException {
    PictureHashes listed = PictureHashes.listed(PHOTO.png()).orElseThrow();
    return PostedPicture.of(posted).orElseThrow().distance(listed.hashes());
  }

  @Test
  void theSamePictureIsTheSame() throws IOException {
    assertThat(distance(PHOTO.png())).isZero();
  }

  @Test
  void aSmallerAndStronglyCompressedOneIsFound() throws IOException {
    assertThat(distance(PHOTO.scaled(0.4).jpeg(0.3f))).isLessThanOrEqualTo(ALIKE);
  }

  @Test
  void oneWithStripsCutOffIsFound() throws IOException {
    assertThat(distance(PHOTO.cut(0.15, 0, 0, 0).jpeg(0.6f))).isLessThanOrEqualTo(ALIKE);
    assertThat(distance(PHOTO.cut(0.05, 0.1, 0, 0.15).jpeg(0.6f))).isLessThanOrEqualTo(ALIKE);
  }

  /** The first three widths lie between those that hashes are kept for; the last is one of them. */
  @Test
  void oneThatIsCutOnAllSidesIsFoundAfterASearch() throws IOException {
    List<PdqHash> listed = PictureHashes.listed(PHOTO.png()).orElseThrow().hashes();
    for (double cut : new double[] {0.05, 0.1, 0.13, 0.15}) {
      byte[] posted = PHOTO.cut(cut, cut, cut, cut).scaled(0.5).jpeg(0.6f);

      assertThat(PostedPicture.of(posted).orElseThrow().searched(listed))
          .as("%s of each side", cut)
          .isLessThanOrEqualTo(PostedPicture.ALIKE_IF_SEARCHED);
    }
  }

  @Test
  void aSearchDoesNotMakeAnotherPictureTheSame() throws IOException {
    List<PdqHash> listed = PictureHashes.listed(PHOTO.png()).orElseThrow().hashes();
    for (int other = 2; other < 12; other++) {
      PostedPicture posted = PostedPicture.of(PhotoLike.number(other).png()).orElseThrow();

      assertThat(posted.searched(listed)).isGreaterThan(ALIKE);
    }
  }

  @Test
  void aMirroredOneIsFound() throws IOException {
    assertThat(distance(PHOTO.mirrored().jpeg(0.6f))).isLessThanOrEqualTo(ALIKE);
  }

  @Test
  void anotherPictureIsFarAway() throws IOException {
    for (int other = 2; other < 12; other++) {
      assertThat(distance(PhotoLike.number(other).png())).isGreaterThan(ALIKE + 10);
    }
  }

  @Test
  void aPlainSurfaceHasNoQuality() throws IOException {
    PhotoLike plain = new PhotoLike(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB));

    assertThat(PostedPicture.of(plain.png()).orElseThrow().quality()).isZero();
    assertThat(PostedPicture.of(PHOTO.png()).orElseThrow().quality())
        .isGreaterThanOrEqualTo(PictureHashes.LEAST_QUALITY);
  }

  @Test
  void whatIsNoPictureHasNone() {
    assertThat(PictureHashes.listed("<svg/>".getBytes(UTF_8))).isEmpty();
    assertThat(PostedPicture.of(new byte[0])).isEmpty();
  }

  @Test
  void aHashIsReadAsItIsWritten() throws IOException {
    PdqHash hash = PictureHashes.listed(PHOTO.png()).orElseThrow().whole();

    assertThat(hash.toString()).matches("[0-9a-f]{64}");
    assertThat(PdqHash.of(hash.toString())).hasValue(hash);
    assertThat(PdqHash.of("f".repeat(63))).isEmpty();
    assertThat(PdqHash.of("g".repeat(64))).isEmpty();
  }
}
