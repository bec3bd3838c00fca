package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.ActingContract;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.Sighting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the contract against a system that delivers by curl. Only the failing reads of {@link
 * hallmonitor.ingest.connector.ConnectorContract} do not apply, because nothing is read over the
 * network: there is no page that could be throttled, garbage or redirected. Its tests of the
 * credential and of a system that is down apply to acts, in {@link ActWebhooksTest}; a wrong key is
 * in {@link DeliveryEndpointTest}.
 */
class ApiContractTest extends ActingContract {
  private static SchoolSystem system;

  @BeforeAll
  static void start() {
    system = new SchoolSystem();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Override
  protected SchoolSystem site() {
    return system;
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new ApiPlatform(
        system.account().database(),
        true,
        DeliveredAccount.limit(1_000_000),
        () -> false,
        answerWithin);
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  protected Connector connector(String url, String credential, Duration answerWithin) {
    return system.account().connect(url, credential, can(), answerWithin);
  }

  @Test
  void everyDeliveryWakesTheAccount() {
    int before = system.account().woken();
    system.comment(text("at once"));
    assertThat(system.account().woken()).isEqualTo(before + 1);
  }

  @Test
  void whatIsStoredIsReadAfterACrashBeforeItWasHandedOn() throws Exception {
    String id = system.comment(text("answered with 202"));
    assertThat(idsReadFrom(connector())).as("the service dies before it commits").contains(id);
    assertThat(idsReadFrom(connector())).as("and starts again").contains(id);
  }

  private static Set<String> idsReadFrom(Connector connector) throws Exception {
    Set<String> ids = new java.util.HashSet<>();
    var page = connector.poll("");
    while (!page.sightings().isEmpty()) {
      page.sightings().stream().map(Sighting::id).forEach(ids::add);
      page = connector.poll(page.next());
    }
    return ids;
  }

  @Test
  void everyVersionIsReadAlsoIfAllCameBetweenTwoReads() {
    Reading reading = reading().untilLive();
    String id = system.comment(text("a threat"));
    system.edit(id, text("made innocent"));
    system.delete(id);

    reading.seen(id, Kind.DELETED);
    assertThat(reading.log.comments(id))
        .extracting(CommentSeen::kind)
        .containsExactly(Kind.CREATED, Kind.EDITED, Kind.DELETED);
    assertThat(reading.log.comments(id).get(0).text()).startsWith("a threat");
  }

  /** Of two texts of the same moment, the archive would not know the newer one. */
  @Test
  void anEditThatIsTakenBackBetweenTwoReadsIsReadInItsOrder() {
    Reading reading = reading().untilLive();
    String id = system.comment("a threat");
    system.edit(id, "made innocent");
    system.edit(id, "a threat");
    reading.until("all three", () -> reading.log.comments(id).size() == 3);
    assertThat(reading.log.comments(id))
        .extracting(CommentSeen::text)
        .containsExactly("a threat", "made innocent", "a threat");
    assertThat(reading.log.comments(id))
        .extracting(CommentSeen::observedAt)
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void aCommentThatClaimsToBeOldIsReadAtOnce() {
    Reading reading = reading().untilLive();
    String id = system.backDated(text("a threat of today"));
    assertThat(reading.seen(id, Kind.CREATED).text()).startsWith("a threat of today");
  }

  @Test
  void aCommentComesWithItsPost() {
    Reading reading = reading().untilLive();
    CommentSeen seen = reading.seen(system.comment(text("under a post")), Kind.CREATED);
    assertThat(seen.post().title()).isEqualTo("Lunch menu");
  }

  @Test
  void whatAnEditorThereHidesAndShowsAgainIsNews() {
    Reading reading = reading().untilLive();
    String id = system.comment(text("hidden by an editor"));
    reading.seen(id, Kind.CREATED);
    system.show(id, false);
    reading.shown(id, Visibility.HIDDEN);
    system.show(id, true);
    reading.shown(id, Visibility.VISIBLE);
  }

  @Test
  void aSystemThatNamesNoActsIsNeverSentAny() {
    String id = system.comment(text("not to be touched"));
    Connector connector =
        system
            .account()
            .connect(system.url(), SchoolSystem.SECRET, EnumSet.noneOf(Capability.class));
    int before = system.receiver().messages().size();
    assertThat(faultOf(() -> connector.apply(PlatformAction.HIDE, id)))
        .isInstanceOfSatisfying(
            Fault.Rejected.class, fault -> assertThat(fault.sentence()).contains("acts"));
    assertThat(system.receiver().messages()).hasSize(before);
  }
}
