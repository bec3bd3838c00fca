package hallmonitor.ingest.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.StandInContract;
import hallmonitor.ingest.connector.StandInSite;
import hallmonitor.standin.FacebookStandIn;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs the contract, and what is specific to Facebook. */
class FacebookContractTest extends StandInContract<FacebookStandIn> {
  @Override
  protected FacebookStandIn start() throws IOException {
    return new FacebookStandIn(InstantSource.system());
  }

  @Override
  protected StandInSite describe(FacebookStandIn facebook) {
    return new StandInSite(
        facebook.url(),
        facebook.token(),
        "EAAanothertoken",
        FacebookStandIn.POST,
        "7007_1",
        facebook.visitors(),
        true);
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new Facebook(answerWithin, InstantSource.system());
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.allOf(Capability.class);
  }

  @Test
  void withACommentItsAnswersAreFoundDeleted() {
    assertThatWithACommentItsAnswersAreFoundDeleted();
  }

  /** The number of comments stays the same, so it must not be the only thing that is checked. */
  @Test
  void aCommentThatTakesThePlaceOfADeletedOneIsRead() {
    Reading reading = reading().untilLive();
    String gone = site.comment(text("taken back"));
    reading.seen(gone, Kind.CREATED);
    site.delete(gone);
    reading.seen(site.comment(text("in its place")), Kind.CREATED);
  }

  @Test
  void aCommentOfSomebodyWhomFacebookDoesNotNameIsReadAndItsAuthorNotBlocked() {
    Reading reading = reading().untilLive();
    String id = standIn.visitors().commentOfNobody(text("by nobody"));
    CommentSeen seen = reading.seen(id, Kind.CREATED);
    assertThat(seen.author().id()).isEmpty();
    assertThat(seen.author().name()).isEmpty();
    assertThat(faultOf(() -> connector().apply(PlatformAction.BLOCK_AUTHOR, id)))
        .isInstanceOf(Fault.Rejected.class);
  }

  /** Facebook does not allow hiding the Page's own comments. */
  @Test
  void thePagesOwnCommentIsNotHidden() throws Exception {
    String asked = site.comment(text("question"));
    Connector connector = connector();
    connector.reply(UUID.randomUUID(), asked, "Our answer");
    Reading reading = reading().untilLive();
    reading.until("the answer is read", () -> !reading.repliesTo(asked).isEmpty());
    String own = reading.repliesTo(asked).get(0);
    assertThat(faultOf(() -> connector.apply(PlatformAction.HIDE, own)))
        .isInstanceOf(Fault.Rejected.class);
    assertThat(site.shows(own)).isTrue();
  }

  @Test
  void aDeletionWhoseAnswerIsLostIsSeenByLooking() throws Exception {
    String id = site.comment(text("to be deleted"));
    Connector connector = connector();
    connector.verifyAuth();
    standIn.cutNextChanges(1);
    assertThat(faultOf(() -> connector.apply(PlatformAction.DELETE, id)))
        .isInstanceOf(Fault.Transient.class);
    assertThat(connector.observe(id).satisfies(PlatformAction.DELETE)).isTrue();
  }

  @Test
  void whatThePageSaysOfItselfIsRead() throws Exception {
    AccountProfile profile = connector().profile().orElseThrow().profile();

    assertThat(profile.name()).isEqualTo("Maple Valley Schools");
    assertThat(profile.text())
        .isEqualTo("News for families.\n309-555-0100\ninfo@maplevalley12.example");
    assertThat(profile.links()).contains("https://www.maplevalley12.example");
    assertThat(profile.pictures())
        .containsExactly(new Portrait("https://scontent.example/crest.jpg?sig=1", true));
  }
}
