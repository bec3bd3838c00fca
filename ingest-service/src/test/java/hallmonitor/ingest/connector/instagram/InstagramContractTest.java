package hallmonitor.ingest.connector.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.OneDepthContract;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.StandInSite;
import hallmonitor.standin.InstagramStandIn;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs the contract, and what is Instagram's own. */
class InstagramContractTest extends OneDepthContract<InstagramStandIn> {
  @Override
  protected InstagramStandIn start() throws IOException {
    return new InstagramStandIn(InstantSource.system());
  }

  @Override
  protected StandInSite describe(InstagramStandIn instagram) {
    return new StandInSite(
        instagram.url(),
        instagram.token(),
        "IGAanothertoken",
        InstagramStandIn.MEDIA,
        "17900001",
        instagram.visitors(),
        false);
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new Instagram(answerWithin, InstantSource.system());
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.DELETE, Capability.REPLY);
  }

  /** A list shows some replies of each comment, and lists the first level by its own time. */
  @Test
  void repliesThatTheListLeavesOutAreReadEditedAndFoundDeleted() {
    String first = site.comment(text("an old question"));
    site.burst(60);
    Reading reading = reading().untilLive();
    assertThatRepliesLeftOutOfTheListAreKnown(reading, first, 8, 7, 6);
  }

  /** As in observed answers with only the name. */
  @Test
  void aCommentWithoutFromIsReadWithItsName() {
    Reading reading = reading().untilLive();
    String id = standIn.visitors().commentOfNobody(text("by somebody"));
    CommentSeen seen = reading.seen(id, Kind.CREATED);
    assertThat(seen.author().id()).isEmpty();
    assertThat(seen.author().name()).isEqualTo("somebody");
  }

  @Test
  void aHiddenCommentThatNoListHoldsIsNotTakenForDeleted() throws Exception {
    standIn.hiddenListed(false);
    try {
      Reading reading = reading().untilLive();
      String hidden = site.comment(text("to be hidden"));
      reading.seen(hidden, Kind.CREATED);
      Connector connector = connector();
      connector.apply(PlatformAction.HIDE, hidden);
      String later = site.comment(text("written later"));
      reading.seen(later, Kind.CREATED);
      site.delete(later);
      reading.seen(later, Kind.DELETED); // so a sweep has passed the hidden one
      assertThat(reading.log.comments(hidden)).noneMatch(c -> c.kind() == Kind.DELETED);
      assertThat(connector.apply(PlatformAction.RESTORE, hidden).applied()).isTrue();
    } finally {
      standIn.hiddenListed(true);
    }
  }
}
