package hallmonitor.ingest.connector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.ConnectorContract;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.FaultyProxy;
import hallmonitor.ingest.connector.FaultyProxy.Said;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.TestBed;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.connector.wordpress.WordPressSite;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the contract against the comment feed of a real WordPress. */
class RealFeedTest extends ConnectorContract {
  private static TestBed bed;
  private static FeedSite site;

  @BeforeAll
  static void start() throws Exception {
    bed = TestBed.start("wordpress");
    site =
        new FeedSite(
            new WordPressSite(
                bed.told().path("url").asText(),
                bed.told().path("user").asText() + ":" + bed.told().path("password").asText()));
  }

  @AfterAll
  static void stop() throws IOException {
    if (bed != null) {
      bed.close();
    }
  }

  @Override
  protected FeedSite site() {
    return site;
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new Rss(answerWithin);
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.noneOf(Capability.class);
  }

  /** As many as the feed contains: WordPress shows its newest ten. */
  @Override
  protected int burst() {
    return 10;
  }

  @Override
  protected boolean threads() {
    return false;
  }

  /** The feed is public; a private one answers this way. */
  @Override
  @Test
  public void aWrongCredentialIsALostSignInAndNeverAnEmptyPage() {
    try (FaultyProxy proxy = new FaultyProxy(site.url())) {
      Connector connector =
          connector(proxy.url(site.url()), site.wrongCredential(), Duration.ofSeconds(20));
      proxy.say(new Said(401, Map.of(), ""));
      assertThat(faultOf(connector::verifyAuth)).isInstanceOf(Fault.AuthLost.class);
      proxy.say(new Said(401, Map.of(), ""));
      assertThat(faultOf(() -> connector.poll(""))).isInstanceOf(Fault.AuthLost.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFeedThatDidNotChangeIsNotSentAgain() throws Exception {
    site.comment(text("before the rest"));
    Connector connector =
        connector(
            new Rss(PlatformHttp.ANSWER, Duration.ofSeconds(3)), site.url(), site.credential());
    CommentPage page = connector.poll("");
    // The time is stored only after the feed has settled.
    for (int i = 0; i < 240 && page.next().startsWith("||"); i++) {
      Thread.sleep(250);
      page = connector.poll(page.next());
    }
    assertThat(page.next()).as("ETag and time are kept").doesNotStartWith("||");
    CommentPage again = connector.poll(page.next());
    assertThat(again.sightings()).isEmpty();
    assertThat(again.next()).isEqualTo(page.next());
  }
}
