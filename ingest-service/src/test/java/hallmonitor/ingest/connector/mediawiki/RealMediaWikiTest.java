package hallmonitor.ingest.connector.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.ConnectorContract;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.TestBed;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the contract against a real MediaWiki. */
class RealMediaWikiTest extends ConnectorContract {
  private static TestBed bed;
  private static WikiTestSite site;

  @BeforeAll
  static void start() throws Exception {
    bed = TestBed.start("mediawiki");
    site = new WikiTestSite(bed);
  }

  @AfterAll
  static void stop() throws IOException {
    if (bed != null) {
      bed.close();
    }
  }

  @Override
  protected WikiTestSite site() {
    return site;
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new MediaWiki(answerWithin);
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.complementOf(EnumSet.of(Capability.DELETE));
  }

  /** Trap: errors come with status 200, and a lost session is treated as anonymous. */
  @Test
  void aForgottenSessionIsOpenedAgainAndNeverReadAsAnonymous() throws Exception {
    Connector connector = connector();
    connector.verifyAuth();
    bed.run("forget", bed.folder().toString());
    site.signIn();
    String id = site.comment(text("after the session was lost"));
    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isTrue();
    assertThat(site.shows(id)).isFalse();
  }

  @Test
  void whatIsNotSignedIsReadTooUnderItsAuthorsName() {
    Reading reading = reading().untilLive();
    CommentSeen seen = reading.seen(site.anonymous(text("I sign nothing")), Kind.CREATED);
    assertThat(seen.text()).startsWith("I sign nothing");
    assertThat(seen.author().id()).isEmpty();
    assertThat(seen.author().name()).isEqualTo("127.0.0.1");
  }

  @Test
  void anEditedCommentIsHiddenWithAllItsVersions() throws Exception {
    Reading reading = reading().untilLive();
    String id = site.comment(text("first words"));
    reading.seen(id, Kind.CREATED);
    site.edit(id, text("second words"));
    reading.seen(id, Kind.EDITED);
    connector().apply(PlatformAction.HIDE, id);
    assertThat(site.shows(id)).isFalse();
    Connector restarted = connector();
    assertThat(restarted.look(id).orElseThrow().text()).startsWith("second words");
    assertThat(restarted.apply(PlatformAction.RESTORE, id).applied()).isTrue();
    assertThat(restarted.look(id).orElseThrow().text()).startsWith("second words");
  }
}
