package hallmonitor.ingest.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.StreamSource;
import hallmonitor.standin.BlueskyStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JetstreamTest {
  private static final URI SERVER = URI.create("wss://jetstream2.us-east.bsky.network/");

  private BlueskyStandIn bluesky;
  private BlueskySite site;

  @BeforeEach
  void start() throws IOException {
    bluesky = new BlueskyStandIn();
    site = new BlueskySite(bluesky.url(), () -> {});
  }

  @AfterEach
  void stop() {
    bluesky.close();
  }

  private StreamSource stream(Optional<URI> server) {
    AccountSecrets secrets = new AccountSecrets(Path.of("none"), name -> site.credential());
    return new Bluesky(server)
            .connect(
                new Access(
                    "sky",
                    URI.create(site.url()),
                    "credential",
                    secrets,
                    new RateBudget(100, 100, System::nanoTime)))
            .stream()
            .orElseThrow();
  }

  /** As the README of Jetstream shows a commit. */
  private static String post(String author, String about) {
    return """
        {"did":"%s","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create",\
        "collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":{"$type":"app.bsky.feed.post",\
        "createdAt":"2024-09-09T19:46:02.102Z","text":"so true",%s},"cid":"bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4"}}"""
        .formatted(author, about);
  }

  private String replyTo(String did) {
    String uri = "at://" + did + "/app.bsky.feed.post/3l3pte3p2e325";
    return """
        "reply":{"parent":{"cid":"bafy","uri":"%s"},"root":{"cid":"bafy","uri":"%s"}}"""
        .formatted(uri, uri);
  }

  @Test
  void allPostsAreHeardOnOneAddressWithoutACredential() throws Exception {
    StreamSource.Address address = stream(Optional.of(SERVER)).address().orElseThrow();
    assertThat(address.uri())
        .hasToString(
            "wss://jetstream2.us-east.bsky.network/subscribe?wantedCollections=app.bsky.feed.post&maxMessageSizeBytes=65536");
    assertThat(address.headers()).isEmpty();
    assertThat(stream(Optional.of(SERVER)).address()).contains(address);
  }

  @Test
  void nobodyIsHeardWithoutAServer() throws Exception {
    assertThat(stream(Optional.empty()).address()).isEmpty();
  }

  @Test
  void repliesMentionsAndQuotesOfTheAccountAreNews() throws Exception {
    StreamSource stream = stream(Optional.of(SERVER));
    String me = site.district.did();
    assertThat(stream.isNews(post(site.troll.did(), replyTo(me))))
        .as("before it knows who it is")
        .isFalse();
    stream.address();
    assertThat(stream.isNews(post(site.troll.did(), replyTo(me)))).isTrue();
    assertThat(
            stream.isNews(
                post(
                    site.troll.did(),
                    "\"facets\":[{\"features\":[{\"$type\":\"app.bsky.richtext.facet#mention\",\"did\":\""
                        + me
                        + "\"}]}]")))
        .isTrue();
    assertThat(stream.isNews(post(site.troll.did(), replyTo(site.troll.did())))).isFalse();
    assertThat(stream.isNews(post(me, replyTo(me)))).as("what the account writes").isFalse();
    assertThat(stream.isNews("no JSON")).isFalse();
  }

  @Test
  void aServerToWhichEverybodyOnTheWayCouldListenIsRefused() {
    assertThatThrownBy(() -> new Bluesky(Optional.of(URI.create("ws://jetstream.example.org"))))
        .hasMessageContaining("hallmonitor.ingest.jetstream");
  }
}
