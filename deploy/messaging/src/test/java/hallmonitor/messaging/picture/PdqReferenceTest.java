package hallmonitor.messaging.picture;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.picture.ReferencePicture.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures are found by the hashes that others have of them. Those here were made by Meta's own C++
 * code from the pixels of these pictures: {@code downscaling.cpp} of revision 6bce5cb and {@code
 * pdqhashing.cpp} of revision 02343936 of https://github.com/facebook/ThreatExchange, folder {@code
 * pdq/cpp}, under the BSD license (two clauses), without the loading of files, and with the median
 * of Torben Mogensen that it uses, which is in the public domain.
 */
class PdqReferenceTest {
  /** Values in the middle are rounded otherwise. */
  private static final int ROUNDED = 2;

  /**
   * A picture and its hashes.
   *
   * @param theirs of the reference
   * @param ours as they stand in the database and in files of districts
   */
  private record Known(ReferencePicture picture, String theirs, String ours) {
    PdqHash their() {
      return PdqHash.of(theirs).orElseThrow();
    }
  }

  private static Known known(
      Kind kind, int number, int width, int height, boolean color, String theirs, String ours) {
    return new Known(new ReferencePicture(kind, number, width, height, color), theirs, ours);
  }

  static Stream<Known> knownPictures() {
    return Stream.of(
        known(
            Kind.PHOTO,
            0,
            640,
            480,
            true,
            "a9328fa9b4d4d19a99c884958059a1c20df5c7c033714badd89a1d5ff7673e3c",
            "a9328ba9bcd4d11a99c884958059a1c20df5c7c0b3710badd89a1d5ff7773e3c"),
        known(
            Kind.PHOTO,
            1,
            1000,
            700,
            false,
            "28168f0fdc3b4e6868adbc964a496664ced620a1e369890abfffdb487a22b43b",
            "28168f0fdc3b4e6868adbe960a496664ced620a1e361890abfffdb48fa22b43b"),
        known(
            Kind.PHOTO,
            3,
            199,
            151,
            false,
            "2eecdcb8cc0a03d6936509f63607796187d3fe01677657dce481b6bc49832b8a",
            "2fecdcb8cc0803c69b6509f436577969c7d1be01677657def481969c4983298a"),
        known(
            Kind.PHOTO,
            4,
            1024,
            1024,
            true,
            "0d875f20778af817c13375633fc72c2fb90ee26f68cb23a22f62769028b18b4b",
            "05875f207788f917c133756337c72c2fbd0ee66fe8cb23a22f62761028b18b4b"),
        known(
            Kind.DRAWING,
            2,
            320,
            320,
            true,
            "a9a9136d69e92aadb37d463d4fa0519293d654568cd2b26a754d29932365aa6e",
            "a9a9136d29e92aadb37d463d4fa0d19293d654568cd2b26a754d29932365aa6e"),
        known(
            Kind.DRAWING,
            4,
            1024,
            1024,
            true,
            "c436578e5d2839afa9a38e49dbcc7c79a1c581966e3271b395ce8c4e2378f221",
            "8436578e5d2839afa9a38e49dbcc7c69a1c581976e3271b395ce8c4e2378fa21"),
        known(
            Kind.TEXT,
            0,
            640,
            480,
            true,
            "8d94cdb3b0640ff71ff2b000e78b028c70cb842d761b7c1efc8927ec76527372",
            "8d94c93398740d671ff7b040e79b064c70ebc42d76997c1cfc8927e476527172"),
        known(
            Kind.TEXT,
            3,
            199,
            151,
            false,
            "df9d00fa2dc12ddbe8736fd43f40c8cb84ab7a6401199b0dda07fb52ec4293a4",
            "5f9c03dea5e165dbe0132fd4bf40cadb84ab7a7401599b0dd8079b52ed6283a4"),
        known(
            Kind.TEXT,
            6,
            96,
            64,
            true,
            "21773fcd37db498983458fd2da15f2f289c13096846f427e7e858d48643e7626",
            "64733dcc3fda699d83058ffada1572f289c17096806f427e7e048dc8642676e6"),
        known(
            Kind.TEXT,
            4,
            1024,
            1024,
            true,
            "e9d66a7604910a6988c5f98103693d63f85bf58adc74341bd90998eeb32def68",
            "f1d66a7e85830a69884df98003291d43785bedcadc74b01bd90998efb12dff68"),
        known(
            Kind.NOISE,
            5,
            1024,
            1024,
            true,
            "442e9a58de85322bfc921c56f5f4386ec65a77ca4bbb27003974496faa34c7e0",
            "442e8a585e85b22bfc931c56d5f4386ec65a77ca4bbb27003974496fba34c7e0"),
        known(
            Kind.NOISE,
            7,
            96,
            64,
            true,
            "f5f0c1a43746fe668196c5132f9bcc57174dc972f4114469ddf132296d17602b",
            "d4f4cda47747ee7005a544172f9bec47074cc27af411082cd5dd262d6d36f03b"));
  }

  @ParameterizedTest
  @MethodSource("knownPictures")
  void theHashOfThePartsThatAreSampledIsTheirs(Known known) {
    PdqHash sampled =
        new SampledPicture(GrayPicture.of(known.picture().png()).orElseThrow())
            .frequencies()
            .hash();

    assertThat(sampled.distance(known.their())).isLessThanOrEqualTo(ROUNDED);
  }

  @ParameterizedTest
  @MethodSource("knownPictures")
  void aPictureThatIsPostedIsFoundByTheirHash(Known known) {
    PostedPicture posted = PostedPicture.of(known.picture().png()).orElseThrow();

    assertThat(posted.distance(List.of(known.their()))).isLessThanOrEqualTo(ROUNDED);
  }

  /** What districts listed before is still found, so these never change. */
  @ParameterizedTest
  @MethodSource("knownPictures")
  void theHashThatIsListedStays(Known known) {
    PictureHashes listed = PictureHashes.listed(known.picture().png()).orElseThrow();

    assertThat(listed.whole()).hasToString(known.ours());
  }
}
