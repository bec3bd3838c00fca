package hallmonitor.moderation.pipeline.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.pipeline.opinion.ReaderSettings.Written;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderSettingsTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "reader.district.example", "10.1.2.3",
          "api.example", "93.184.216.34",
          "mixed.example", "10.1.2.3 93.184.216.34",
          "six.example", "2606:4700::1111");

  private static final String NOT_DISTRICT = "comments would leave the district";

  @Test
  void withoutAnAddressItIsOff() {
    Written nothing =
        new Written(
            Optional.empty(),
            Optional.empty(),
            Optional.of("a key that waits"),
            Optional.empty(),
            Optional.empty(),
            0.05,
            0.1,
            Duration.ofSeconds(3),
            4);

    assertThat(ReaderSettings.check(nothing, ReaderSettingsTest::lookup)).isEmpty();
  }

  @Test
  void aModelWithoutAnAddressIsAMistakeAndNotAReaderThatIsSilentlyOff() {
    Written noAddress = with(Optional.empty(), Optional.of("m"), Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReaderSettings.check(noAddress, ReaderSettingsTest::lookup))
        .withMessageContaining("hallmonitor.policy-reader.url");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:11434/v1, http://127.0.0.1:11434/v1/chat/completions",
    "http://localhost:8080/v1/, http://localhost:8080/v1/chat/completions",
    "http://[::1]:8000/v1, http://[::1]:8000/v1/chat/completions",
    "https://reader.district.example/v1, https://reader.district.example/v1/chat/completions",
    "http://192.168.1.20:8000/v1, http://192.168.1.20:8000/v1/chat/completions",
    "http://unknown.example/v1, http://unknown.example/v1/chat/completions"
  })
  void anAddressInTheDistrictIsTaken(String url, URI endpoint) {
    assertThat(check(url).endpoint()).isEqualTo(endpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example/v1",
        "http://93.184.216.34/v1",
        "https://mixed.example/v1",
        "https://six.example/v1",
        "http://[2606:4700::1111]/v1",
        "http://0.0.0.0:11434/v1",
        "http://100.64.0.1/v1",
        "http://1572395042/v1"
      })
  void aPublicAddressIsRefusedUnlessTheSettingSaysSoInWords(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(url))
        .withMessageContaining(NOT_DISTRICT)
        .withMessageContaining(ReaderSettings.OUTSIDE);
  }

  @Test
  void inWordsAPublicAddressIsTakenIfItIsEncrypted() {
    assertThat(check(outside("https://api.example/v1", ReaderSettings.OUTSIDE)).outsideAllowed())
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(outside("http://api.example/v1", ReaderSettings.OUTSIDE)))
        .withMessageContaining("https://");
  }

  /** No matter what the name pointed to at the start. */
  @Test
  void evenInWordsNoConnectionLeadsOutsideWithoutEncryption() throws Exception {
    ReaderSettings plain =
        check(outside("http://reader.district.example/v1", ReaderSettings.OUTSIDE));
    ReaderSettings encrypted = check(outside("https://api.example/v1", ReaderSettings.OUTSIDE));

    assertThatThrownBy(
            () -> ReaderNames.of(plain, ReaderSettingsTest::lookup).resolve("api.example"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("out of the district");
    assertThat(ReaderNames.of(encrypted, ReaderSettingsTest::lookup).resolve("api.example"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "yes", "A service outside the district", "outside", ""})
  void otherWordsAllowNothing(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(outside("https://api.example/v1", words)))
        .withMessageContaining(NOT_DISTRICT)
        .withMessageContaining("send-comments-to can only be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-oss:120b-cloud", "gemma4:cloud", "GPT-OSS:120B-CLOUD"})
  void aModelThatALocalServerPassesOnIsRefused(String model) {
    Written cloud =
        with(Optional.of("http://127.0.0.1:11434/v1"), Optional.of(model), Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(cloud))
        .withMessageContaining(NOT_DISTRICT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:11434",
        "ftp://127.0.0.1/v1",
        "file:///etc/passwd",
        "http://user:secret@127.0.0.1/v1",
        "http://127.0.0.1/v1?key=secret",
        "http://127.0.0.1/v1#x",
        "http:///v1",
        "http://exa mple/v1"
      })
  void whatIsNoBaseOfAnApiIsRefusedWithoutRepeatingIt(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(url))
        .withMessageContaining("policy-reader.url")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }

  @Test
  void everyMistakeIsNamedAndNoSecretIs() {
    Written wrong =
        new Written(
            Optional.of("http://127.0.0.1/v1"),
            Optional.of(" "),
            Optional.of("two\nlines"),
            Optional.of("enormous"),
            Optional.empty(),
            -0.1,
            0.3,
            Duration.ofMinutes(1),
            0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(wrong))
        .satisfies(
            e ->
                assertThat(e.getMessage().lines())
                    .hasSize(6)
                    .noneMatch(line -> line.contains("lines")));
  }

  @Test
  void theKeyIsInNoDescription() {
    Written secret =
        new Written(
            Optional.of("http://127.0.0.1/v1"),
            Optional.of("m"),
            Optional.of("top-secret"),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            Duration.ofSeconds(3),
            1);

    assertThat(secret).hasToString("m at http://127.0.0.1/v1");
    assertThat(check(secret)).hasToString("m at http://127.0.0.1/v1/chat/completions");
  }

  private static Written outside(String url, String words) {
    return with(Optional.of(url), Optional.of("m"), Optional.of(words));
  }

  private static Written with(
      Optional<String> url, Optional<String> model, Optional<String> sendCommentsTo) {
    return new Written(
        url,
        model,
        Optional.empty(),
        Optional.empty(),
        sendCommentsTo,
        0.05,
        0.1,
        Duration.ofSeconds(3),
        4);
  }

  private static ReaderSettings check(String url) {
    return check(with(Optional.of(url), Optional.of("m"), Optional.empty()));
  }

  private static ReaderSettings check(Written written) {
    return ReaderSettings.check(written, ReaderSettingsTest::lookup).orElseThrow();
  }

  static InetAddress[] lookup(String host) throws UnknownHostException {
    if (!host.endsWith(".example")) {
      return InetAddress.getAllByName(host);
    }
    if (!NAMES.containsKey(host)) {
      throw new UnknownHostException(host);
    }
    String[] written = NAMES.get(host).split(" ");
    InetAddress[] all = new InetAddress[written.length];
    for (int i = 0; i < written.length; i++) {
      all[i] = InetAddress.getByName(written[i]);
    }
    return all;
  }
}
