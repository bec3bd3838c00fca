package hallmonitor.ingest.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.ConnectorContract;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The contract, and what is specific to Bluesky. */
abstract class BlueskyContract extends ConnectorContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  protected abstract BlueskySite site();

  @Override
  protected Platform platform(Duration answerWithin) {
    return new Bluesky(answerWithin, Optional.empty());
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.complementOf(EnumSet.of(Capability.DELETE));
  }

  /** A reply between people who block each other is in no one's thread. */
  @Override
  protected boolean blockHides() {
    return true;
  }

  /** Trap: the AppView sorts by the time that the author typed. */
  @Test
  void aReplyThatClaimsToBeOldIsFoundAtEachDepth() {
    BlueskySite site = site();
    Reading reading = reading().untilLive();
    String asked = site.comment(text("honest"));
    reading.seen(asked, Kind.CREATED);
    String first = site.reply(site.troll, site.post(), text("old"), "2020-01-01T00:00:00.000Z");
    reading.seen(first, Kind.CREATED);
    String second = site.reply(site.troll, asked, text("older"), "2019-01-01T00:00:00.000Z");
    reading.seen(second, Kind.CREATED);
    String third =
        site.backdated(asked, text("oldest"), "2018-01-01T00:00:00.000Z", "3jzfcijpj2z2a");
    assertThat(reading.seen(third, Kind.CREATED).parent()).contains(asked);
  }

  @Test
  void twoModeratorsWhoHideAtOnceBothSucceed() throws Exception {
    BlueskySite site = site();
    String one = site.comment(text("one"));
    String other = site.comment(text("other"));
    Connector first = connector();
    Connector second = connector();
    var both =
        CompletableFuture.allOf(
            inBackground(() -> first.apply(PlatformAction.HIDE, one)),
            inBackground(() -> second.apply(PlatformAction.HIDE, other)));
    both.join();
    assertThat(site.shows(one)).isFalse();
    assertThat(site.shows(other)).isFalse();
    assertThat(first.observe(other).visibility()).isEqualTo(Visibility.HIDDEN);
  }

  private static CompletableFuture<Object> inBackground(Callable<?> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return call.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void hidingLeavesWhoMayReplyAsItWas() throws Exception {
    BlueskySite site = site();
    String post = site.write(site.district, BlueskySite.record(text("for followers")));
    ObjectNode gate =
        JSON.createObjectNode().put("post", post).put("createdAt", "2026-01-01T00:00:00.000Z");
    gate.putArray("allow").addObject().put("$type", "app.bsky.feed.threadgate#mentionRule");
    site.put(site.district, BlueskyLexicon.THREADGATE, BlueskySite.key(post), gate);
    String reply = site.reply(site.district, post, text("ours"), "2026-01-01T00:00:00.000Z");
    connector().apply(PlatformAction.HIDE, reply);
    var kept = site.record(post, BlueskyLexicon.THREADGATE).path("value");
    assertThat(kept.path("allow")).hasSize(1);
    assertThat(kept.path("createdAt").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
    assertThat(kept.path("hiddenReplies")).hasSize(1);
  }

  @Test
  void anAnswerBelowAHiddenReplyIsRead() throws Exception {
    BlueskySite site = site();
    Reading reading = reading().untilLive();
    String hidden = site.comment(text("hidden"));
    reading.seen(hidden, Kind.CREATED);
    connector().apply(PlatformAction.HIDE, hidden);
    String below = site.reply(hidden, text("below it"));
    assertThat(reading.seen(below, Kind.CREATED).parent()).contains(hidden);
  }

  @Test
  void aQuoteElsewhereIsReadAndHidingItIsRefused() {
    BlueskySite site = site();
    Reading reading = reading().untilLive();
    ObjectNode quote = BlueskySite.record(text("look at this district"));
    quote
        .putObject("embed")
        .put("$type", "app.bsky.embed.record")
        .set("record", site.ref(site.post()));
    String uri = site.write(site.troll, quote);
    CommentSeen seen = reading.seen(uri, Kind.CREATED);
    assertThat(seen.post().id()).as("it stands under itself").isEqualTo(uri);
    Fault fault = faultOf(() -> connector().apply(PlatformAction.HIDE, uri));
    assertThat(fault).isInstanceOf(Fault.Rejected.class);
    assertThat(fault.sentence()).contains("somebody else began");
  }

  /** Trap: a blocked author's comment looks deleted to the account. */
  @Test
  void aBlockedAuthorsCommentIsNotTakenForDeleted() throws Exception {
    BlueskySite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment(text("stays"));
    reading.seen(id, Kind.CREATED);
    Connector connector = connector();
    connector.apply(PlatformAction.BLOCK_AUTHOR, id);
    try {
      assertThat(connector.look(id)).isPresent();
      assertThat(connector.look(site.missing())).isEmpty();
    } finally {
      connector.apply(PlatformAction.UNBLOCK_AUTHOR, id);
    }
  }

  @Test
  void anAddressInAReplyIsALinkAndATooLongReplyIsRefused() throws Exception {
    BlueskySite site = site();
    Reading reading = reading().untilLive();
    String asked = site.comment(text("where?"));
    reading.seen(asked, Kind.CREATED);
    Connector connector = connector();
    connector.reply(UUID.randomUUID(), asked, "Für Sie: https://school.example/appeal.");
    reading.until("read", () -> !reading.repliesTo(asked).isEmpty());
    var record = site.record(reading.repliesTo(asked).get(0), BlueskyLexicon.POST).path("value");
    assertThat(record.at("/facets/0/features/0/uri").asText())
        .isEqualTo("https://school.example/appeal");
    assertThat(record.at("/facets/0/index/byteStart").asInt()).isEqualTo(10);
    assertThat(faultOf(() -> connector.reply(UUID.randomUUID(), asked, "x".repeat(301))))
        .isInstanceOf(Fault.Rejected.class);
  }

  @Test
  void theServerRefusesToDeleteWhatSomebodyElseWrote() {
    String id = site().comment(text("not ours"));
    assertThat(site().deleteAsDistrict(id)).isGreaterThanOrEqualTo(400);
    assertThat(site().shows(id)).isTrue();
  }

  @Test
  void theAccountsOwnPasswordIsRefusedBecauseItCanDoEverything() {
    Fault fault = faultOf(() -> connector(site().ownPassword()).verifyAuth());
    assertThat(fault).isInstanceOf(Fault.AuthLost.class);
    assertThat(fault.sentence()).contains("app password");
  }

  @Test
  public void whatTheAccountSaysOfItselfIsRead() throws Exception {
    site().describe("News for families.\nwww.maplevalley12.example, and more.");

    AccountProfile profile = connector().profile().orElseThrow().profile();

    assertThat(profile.name()).isEqualTo("Maple Valley Schools");
    assertThat(profile.text()).startsWith("News for families.");
    assertThat(profile.links()).containsExactly("https://www.maplevalley12.example");
    assertThat(profile.room()).contains(256);
  }
}
