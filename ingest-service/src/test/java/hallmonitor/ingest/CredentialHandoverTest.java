package hallmonitor.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialReception;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.CredentialResult.Connected;
import hallmonitor.contract.event.CredentialResult.Failed;
import hallmonitor.contract.event.CredentialResult.Removed;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.connector.wordpress.StubWordPress;
import hallmonitor.ingest.connector.wordpress.StubWordPress.Said;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.credential.CredentialPayload.AuthorizationCode;
import hallmonitor.messaging.credential.CredentialPayload.Secret;
import hallmonitor.messaging.credential.CredentialSealing;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What becomes of credentials that people hand over, with a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "ingest"))
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(ConfiguredDistrict.class)
class CredentialHandoverTest extends OneAccountTests {
  private static final Secret SECRET = new Secret("novak:geheim-4711");
  private static final Said REFUSED =
      new Said(401, Map.of(), "{\"code\": \"incorrect_password\", \"message\": \"No.\"}");

  @Inject DataSource database;

  private final String fresh = "new-" + UUID.randomUUID().toString().substring(0, 8);

  private CredentialPlace place(String id) {
    return new CredentialPlace(id, "wordpress", site.url(), id);
  }

  private CredentialSealing sealing() {
    await()
        .until(() -> !topics.read(Topic.CREDENTIAL_RECEPTION, CredentialReception.class).isEmpty());
    List<CredentialReception> all =
        topics.read(Topic.CREDENTIAL_RECEPTION, CredentialReception.class);
    return new CredentialSealing(all.get(all.size() - 1).publicKey().orElseThrow());
  }

  private CredentialOrder.Store order(CredentialPlace place) {
    return sealing().order(UUID.randomUUID(), place, SECRET, "brandt", Instant.now());
  }

  private CredentialResult result(CredentialOrder order) {
    topics.write(Topic.CREDENTIAL_ORDERS, order.key(), order);
    await().until(() -> !results(order).isEmpty());
    return results(order).get(0);
  }

  private List<CredentialResult> results(CredentialOrder order) {
    return topics.read(Topic.CREDENTIAL_RESULTS, CredentialResult.class).stream()
        .filter(r -> r.orderId().equals(order.orderId()))
        .toList();
  }

  private void failsFor(Why why, CredentialOrder order) {
    assertThat(result(order))
        .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.why()).isEqualTo(why));
  }

  private long stored(String name) {
    return Database.of(database)
        .withHandle(
            h ->
                h.select("select count(*) from sealed_credential where name = ?", name)
                    .mapTo(long.class)
                    .one());
  }

  /** Stops the running account, so that only the trial asks the site. */
  private void alone() throws IOException {
    district(ConfiguredDistrict.EMPTY);
    await()
        .until(
            () ->
                topics.records(Topic.ACCOUNT_STATUS.topicName()).stream()
                    .anyMatch(
                        r -> new String(r.key(), UTF_8).equals(account) && r.value() == null));
  }

  @Test
  void aCredentialThatWorksIsStoredAndTheAccountThatNamesItIsRead() throws IOException {
    site.comment("Go Mavericks");

    assertThat(result(order(place(fresh))))
        .isInstanceOfSatisfying(
            Connected.class,
            c -> {
              assertThat(c.capabilities()).containsExactly("hide", "restore", "delete", "reply");
              assertThat(c.newest().orElseThrow().post()).isEqualTo("Board & budget");
              assertThat(c.newest().orElseThrow().writtenAt()).isPresent();
            });

    account = fresh;
    district(ConfiguredDistrict.with(fresh, site.url(), fresh));
    untilConnected();
  }

  @Test
  void onASiteWhereManyModerateAnotherUserMayTakeOverAndIsNamed() {
    assertThat(user(result(order(place(fresh))))).isEqualTo("Ana Novak (2)");
    site.user(3, "Sam Okafor");

    assertThat(user(result(order(place(fresh))))).isEqualTo("Sam Okafor (3)");
  }

  private static String user(CredentialResult result) {
    return ((Connected) result).identity().orElseThrow().toString();
  }

  @Test
  void nothingThatIsKeptHoldsTheSecret() {
    CredentialOrder.Store order = order(place(fresh));
    result(order);

    assertThat(topics.records(Topic.CREDENTIAL_ORDERS.topicName()))
        .allSatisfy(r -> assertThat(new String(r.value(), UTF_8)).doesNotContain("geheim"));
    List<Map<String, Object>> rows =
        Database.of(database)
            .withHandle(
                h ->
                    h.select(
                            "select ordered, result from credential_order where order_id = ?",
                            order.orderId())
                        .mapToMap()
                        .list());
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.get("ordered")).as("the ciphertext is gone").isNull());
  }

  @Test
  void aRefusedCredentialIsNotStoredAndTheOneBeforeStays() throws IOException {
    alone();
    result(order(place(fresh)));
    site.say(REFUSED);

    failsFor(Why.SIGN_IN, order(place(fresh)));
    assertThat(stored(fresh)).isOne();

    site.say(REFUSED);
    String other = fresh + "-2";
    failsFor(Why.SIGN_IN, order(place(other)));
    assertThat(stored(other)).isZero();
  }

  @Test
  void whatWasMadeForAnotherAccountOrOrderIsRefused() {
    CredentialOrder.Store order = order(place(fresh));

    failsFor(
        Why.UNREADABLE,
        new CredentialOrder.Store(
            UUID.randomUUID(), order.place(), order.sealed(), "mallory", Instant.now()));
    failsFor(
        Why.UNREADABLE,
        new CredentialOrder.Store(
            order.orderId(), place("other"), order.sealed(), "mallory", Instant.now()));
    assertThat(stored(fresh)).isZero();
    assertThat(stored("other")).isZero();
  }

  @Test
  void whatLayTooLongHasExpired() {
    Instant before = Instant.now().minus(Duration.ofMinutes(11));

    failsFor(
        Why.EXPIRED, sealing().order(UUID.randomUUID(), place(fresh), SECRET, "brandt", before));
  }

  @Test
  void anOrderThatIsDeliveredAgainIsAnsweredAgainAndNotTriedAgain() throws IOException {
    alone();
    CredentialOrder.Store order = order(place(fresh));
    CredentialResult first = result(order);
    site.say(REFUSED);

    topics.write(Topic.CREDENTIAL_ORDERS, order.key(), order);

    await().until(() -> results(order).size() == 2);
    assertThat(results(order)).containsExactly(first, first);
    failsFor(Why.SIGN_IN, order(place(fresh)));
  }

  @Test
  void aNameThatBelongsElsewhereOrThatTheServerKeepsIsNotTaken() {
    result(order(place(fresh)));

    failsFor(Why.BELONGS_ELSEWHERE, order(new CredentialPlace(fresh, "ghost", site.url(), fresh)));
    failsFor(
        Why.KEPT_ON_SERVER, order(new CredentialPlace(fresh, "wordpress", site.url(), "present")));
  }

  @Test
  void aSecretGoesToNoAddressInTheClearAndToNoUnknownPlatform() {
    failsFor(
        Why.ADDRESS,
        order(new CredentialPlace(fresh, "wordpress", "http://blog.example.org", fresh)));
    failsFor(
        Why.ADDRESS,
        order(new CredentialPlace(fresh, "wordpress", "https://a:b@blog.example.org", fresh)));
    failsFor(
        Why.PLATFORM, order(new CredentialPlace(fresh, "myspace", "https://example.org", fresh)));
  }

  @Test
  void aSiteThatDoesNotAnswerIsSaidToBeUnreachable() throws IOException {
    StubWordPress gone = new StubWordPress();
    CredentialPlace nowhere = new CredentialPlace(fresh, "wordpress", gone.url(), fresh);
    gone.close();

    failsFor(Why.UNREACHABLE, order(nowhere));
  }

  @Test
  void aCodeOfAPlatformWithoutASignInIsRefusedInWords() {
    CredentialOrder.Store code =
        sealing()
            .order(
                UUID.randomUUID(),
                new CredentialPlace(fresh, "ghost", site.url(), fresh),
                new AuthorizationCode(
                    UUID.randomUUID(), "c", "v", URI.create("https://desk.example.org/back")),
                "brandt",
                Instant.now());

    assertThat(result(code))
        .isInstanceOfSatisfying(
            Failed.class, f -> assertThat(f.sentence()).contains("application password"));
  }

  @Test
  void aRemovedCredentialSignsTheAccountOut() throws IOException {
    result(order(place(fresh)));
    account = fresh;
    district(ConfiguredDistrict.with(fresh, site.url(), fresh));
    untilConnected();

    CredentialResult removed =
        result(
            new CredentialOrder.Remove(UUID.randomUUID(), place(fresh), "brandt", Instant.now()));

    assertThat(removed).isInstanceOf(Removed.class);
    assertThat(stored(fresh)).isZero();
    untilStatus(s -> s.state() == AccountStatus.State.SIGNED_OUT);
  }
}
