package hallmonitor.ingest.connector.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.ConnectorContract;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the contract against a stand-in. */
class GhostTest extends ConnectorContract {
  private static StubGhost ghost;
  private static GhostSite site;

  @BeforeAll
  static void start() throws IOException {
    ghost = new StubGhost();
    site = new GhostSite(ghost);
  }

  @AfterAll
  static void stop() {
    ghost.close();
  }

  @Override
  protected GhostSite site() {
    return site;
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new Ghost(answerWithin);
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.complementOf(EnumSet.of(Capability.REPLY));
  }

  @Test
  void aMembersMailAddressIsNotKept() {
    Reading reading = reading().untilLive();
    String id = site.comment(text("hello"));
    assertThat(reading.seen(id, Kind.CREATED).raw())
        .contains("\"id\":\"" + id + "\"", "\"name\":\"Pat\"")
        .doesNotContain("email", "example.org");
  }

  @Test
  void membersWhoMayNotCommentAreListedAcrossPages() throws PlatformException {
    BlockSource blocks = connector().blocks().orElseThrow();
    BlockSource.BlockPage first = blocks.blocks("");
    BlockSource.BlockPage second = blocks.blocks(first.next());

    assertThat(first.authors()).extracting(Author::name).doesNotContain("Lee");
    assertThat(second.authors()).extracting(Author::name).containsExactly("Sam");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void whatIsNoAdminKeySaysWhereToFindOne() {
    Fault fault = faultOf(() -> connector("a content key").verifyAuth());
    assertThat(fault).isInstanceOf(Fault.AuthLost.class);
    assertThat(fault.sentence()).contains("Settings, Integrations");
  }
}
