package hallmonitor.messaging.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.EventJson;
import hallmonitor.messaging.credential.CredentialKeys.Unopened;
import hallmonitor.messaging.credential.CredentialPayload.AuthorizationCode;
import hallmonitor.messaging.credential.CredentialPayload.Choice;
import hallmonitor.messaging.credential.CredentialPayload.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialSealingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T18:30:05Z");
  private static final CredentialPlace PLACE =
      new CredentialPlace("blog", "wordpress", "https://blog.example.org", "blog");
  private static final Secret SECRET = new Secret("novak:abcd efgh");

  private final String line = CredentialKeys.create();
  private final CredentialKeys keys = new CredentialKeys(line);

  private CredentialOrder.Store order(CredentialPayload payload) {
    return new CredentialSealing(keys.publicKey())
        .order(UUID.randomUUID(), PLACE, payload, "brandt", NOW);
  }

  private static CredentialOrder.Store with(
      CredentialOrder.Store order, UUID id, CredentialPlace place, String sealed) {
    return new CredentialOrder.Store(id, place, sealed, order.by(), order.at());
  }

  @Test
  void whatTheConsoleSealsTheIngestServiceOpens() throws Unopened {
    CredentialPayload code =
        new AuthorizationCode("code", "verifier", URI.create("https://desk.example.org/back"));
    CredentialPayload choice = new Choice(UUID.randomUUID(), "4711");

    assertThat(keys.open(order(SECRET), NOW)).isEqualTo(SECRET);
    assertThat(keys.open(order(code), NOW)).isEqualTo(code);
    assertThat(keys.open(order(choice), NOW)).isEqualTo(choice);
  }

  @Test
  void theOrderAndThePublicKeyHoldNothingThatOpensIt() {
    CredentialOrder.Store order = order(SECRET);

    assertThat(new String(EventJson.write(order), UTF_8)).doesNotContain("abcd", "efgh");
    assertThat(order.toString()).doesNotContain("abcd");
    assertThat(SECRET.toString()).doesNotContain("abcd");
    assertThat(keys.publicKey()).doesNotContain("\"d\"");
    assertThatThrownBy(() -> new CredentialKeys(keys.publicKey()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "other, wordpress, https://blog.example.org, blog",
    "blog, ghost, https://blog.example.org, blog",
    "blog, wordpress, https://elsewhere.example.org, blog",
    "blog, wordpress, https://blog.example.org, other"
  })
  void movedToAnotherAccountPlatformAddressOrNameItDoesNotOpen(
      String account, String platform, String address, String credential) {
    CredentialOrder.Store order = order(SECRET);
    CredentialPlace elsewhere = new CredentialPlace(account, platform, address, credential);

    assertThatThrownBy(
            () -> keys.open(with(order, order.orderId(), elsewhere, order.sealed()), NOW))
        .isInstanceOf(Unopened.class);
  }

  @Test
  void replayedUnderAnotherOrderItDoesNotOpen() {
    CredentialOrder.Store order = order(SECRET);

    assertThatThrownBy(() -> keys.open(with(order, UUID.randomUUID(), PLACE, order.sealed()), NOW))
        .isInstanceOf(Unopened.class);
  }

  @Test
  void aHeaderThatWasRewrittenForAnotherAccountDoesNotOpen() {
    CredentialOrder.Store order = order(SECRET);
    String[] parts = order.sealed().split("\\.", 2);
    String header = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
    String forged = header.replace("\"account\":\"blog\"", "\"account\":\"mine\"");
    CredentialPlace mine =
        new CredentialPlace("mine", PLACE.platform(), PLACE.baseUrl(), PLACE.credential());
    String sealed =
        Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8))
            + "."
            + parts[1];

    assertThat(forged).isNotEqualTo(header);
    assertThatThrownBy(() -> keys.open(with(order, order.orderId(), mine, sealed), NOW))
        .isInstanceOfSatisfying(Unopened.class, no -> assertThat(no.isExpired()).isFalse());
  }

  @Test
  void afterTenMinutesItHasExpiredAndSaysSo() throws Unopened {
    CredentialOrder.Store order = order(SECRET);

    assertThat(keys.open(order, NOW.plus(Duration.ofSeconds(599)))).isEqualTo(SECRET);
    assertThatThrownBy(() -> keys.open(order, NOW.plus(CredentialSealing.LASTS)))
        .isInstanceOfSatisfying(Unopened.class, no -> assertThat(no.isExpired()).isTrue());
  }

  @Test
  void aKeyIsChangedWhileSomethingIsUnderWay() throws Unopened {
    CredentialOrder.Store order = order(SECRET);
    CredentialKeys changed = new CredentialKeys(CredentialKeys.create() + "\n" + line + "\n");

    assertThat(changed.publicKey()).isNotEqualTo(keys.publicKey());
    assertThat(changed.open(order, NOW)).isEqualTo(SECRET);
    assertThatThrownBy(() -> new CredentialKeys(CredentialKeys.create()).open(order, NOW))
        .isInstanceOf(Unopened.class);
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "a.b.c.d.e", "''"})
  void whatIsNoEnvelopeIsRefused(String sealed) {
    CredentialOrder.Store order = order(SECRET);

    assertThatThrownBy(() -> keys.open(with(order, order.orderId(), PLACE, sealed), NOW))
        .isInstanceOf(Unopened.class);
  }
}
