package hallmonitor.moderation.casework.register;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.picture.PicturePrints;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which pictures are the logo, and which are not. */
class LogoLikenessTest {
  private static final Map<String, DrawnLogo> LOGOS =
      Map.of("round", DrawnLogo.round(), "square", DrawnLogo.square(), "wide", DrawnLogo.wide());

  private static final Map<String, Set<String>> PRINTS =
      LOGOS.entrySet().stream()
          .collect(toMap(Map.Entry::getKey, logo -> PicturePrints.of(logo.getValue().png())));

  private static Map<String, byte[]> shownBy(DrawnLogo logo) {
    Map<String, byte[]> shown = new LinkedHashMap<>();
    shown.put("as it is", logo.png());
    shown.put("scaled up", logo.wide(2_000).png());
    shown.put("scaled to 64 pixels", logo.wide(64).png());
    shown.put("compressed again", logo.jpeg(0.5f));
    shown.put("small and compressed hard", logo.wide(180).jpeg(0.3f));
    shown.put("on white with a border", logo.padded(Color.WHITE).jpeg(0.7f));
    shown.put("cut to a square", logo.cutSquare().wide(300).jpeg(0.8f));
    shown.put("cut to a circle on transparent ground", logo.cutCircle().wide(300).png());
    shown.put("cut to a circle on white", logo.cutCircle().wide(200).jpeg(0.7f));
    shown.put(
        "with a border, cut to a circle",
        logo.padded(Color.WHITE).cutCircle().wide(400).jpeg(0.8f));
    return shown;
  }

  static Stream<Arguments> shown() {
    return LOGOS.entrySet().stream()
        .flatMap(
            logo ->
                shownBy(logo.getValue()).entrySet().stream()
                    .map(
                        one -> Arguments.of(logo.getKey(), one.getKey(), picture(one.getValue()))));
  }

  private static SeenPicture picture(byte[] content) {
    return new SeenPicture("", true, List.copyOf(PicturePrints.of(content)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("shown")
  void theLogoIsRecognized(String logo, String how, SeenPicture shown) {
    assertThat(shown.isLike(PRINTS.get(logo))).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("shown")
  void anotherLogoIsAnother(String logo, String how, SeenPicture shown) {
    assertThat(PRINTS)
        .allSatisfy(
            (name, prints) -> assertThat(shown.isLike(prints)).isEqualTo(name.equals(logo)));
  }

  @Test
  void aPictureOfSomethingElseIsNoneOfTheLogos() {
    assertThat(IntStream.range(0, 40).mapToObj(DrawnLogo::photo))
        .extracting(photo -> picture(photo.jpeg(0.8f)))
        .allSatisfy(
            photo ->
                assertThat(PRINTS)
                    .allSatisfy((logo, prints) -> assertThat(photo.isLike(prints)).isFalse()));
  }
}
