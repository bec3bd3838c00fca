package hallmonitor.ingest.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.ConnectorContract;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.TestBed;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the contract against a real snac, which speaks Mastodon's API. */
class RealSnacTest extends ConnectorContract {
  private static TestBed bed;
  private static SnacSite site;

  @BeforeAll
  static void start() throws Exception {
    bed = TestBed.start("snac");
    site = new SnacSite(bed.told());
  }

  @AfterAll
  static void stop() throws IOException {
    if (bed != null) {
      bed.close();
    }
  }

  @Override
  protected SnacSite site() {
    return site;
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new Mastodon(answerWithin);
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.of(Capability.BLOCK_AUTHOR, Capability.UNBLOCK_AUTHOR, Capability.REPLY);
  }

  /** snac has no {@code /api/v1/blocks}. */
  @Override
  protected boolean listsBlocks() {
    return false;
  }

  /** Trap: a key on the status id would make a new comment of every edit. */
  @Test
  void anEditThatChangesTheStatusIdIsTheSameComment() throws Exception {
    Reading reading = reading().untilLive();
    String uri = site.comment(text("before"));
    String before = site.id(uri);
    reading.seen(uri, Kind.CREATED);
    site.edit(uri, text("after"));
    assertThat(site.id(uri)).as("snac's id").isNotEqualTo(before);
    assertThat(reading.seen(uri, Kind.EDITED).text()).contains("after");
    assertThat(reading.log.comments(uri)).hasSize(2);
    Connector restarted = connector(); // which has never seen the earlier id
    assertThat(restarted.look(uri)).isPresent();
  }

  /** Trap: a ban does not hide. */
  @Test
  void aServerWithoutStreamsIsNoFault() throws Exception {
    assertThat(connector().stream().orElseThrow().address()).isEmpty();
  }

  @Test
  void aBlockLeavesWhatIsInTheThread() throws Exception {
    Reading reading = reading().untilLive();
    String uri = site.comment(text("stays"));
    reading.seen(uri, Kind.CREATED);
    Connector connector = connector();
    try {
      tried(() -> connector.apply(PlatformAction.BLOCK_AUTHOR, uri));
      assertThat(site.inThread(uri)).isTrue();
    } finally {
      tried(() -> connector.apply(PlatformAction.UNBLOCK_AUTHOR, uri));
    }
  }

  @Test
  void theServerRefusesToDeleteWhatSomebodyElseWrote() throws Exception {
    Reading reading = reading().untilLive();
    String uri = site.comment(text("not ours"));
    reading.seen(uri, Kind.CREATED);
    assertThat(site.deleteAsDistrict(uri)).isGreaterThanOrEqualTo(400);
    assertThat(faultOf(() -> tried(() -> connector().apply(PlatformAction.DELETE, uri))))
        .isInstanceOf(Fault.Rejected.class);
    assertThat(site.inThread(uri)).isTrue();
  }
}
