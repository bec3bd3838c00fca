package hallmonitor.ingest.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.StandInContract;
import hallmonitor.ingest.connector.StandInSite;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.standin.XStandIn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs the contract, and what is specific to X. */
class XContractTest extends StandInContract<XStandIn> {
  @Override
  protected XStandIn start() throws IOException {
    return new XStandIn(InstantSource.system());
  }

  @Override
  protected StandInSite describe(XStandIn x) {
    return new StandInSite(
        x.url(),
        x.secret(),
        x.secret() + "-another",
        x.visitors().post(),
        "1234567890123456789",
        x.visitors(),
        true);
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new XPlatform(answerWithin, InstantSource.system(), 1_000_000);
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.REPLY);
  }

  /** X does not say whether a reply is hidden. */
  @Override
  protected boolean tells() {
    return false;
  }

  @Test
  void aPostThatNamesTheAccountIsReadButNotHidden() {
    Reading reading = reading().untilLive();
    String id = standIn.visitors().mention(text("your bus is late"));
    CommentSeen seen = reading.seen(id, Kind.CREATED);
    assertThat(seen.post().id()).isEqualTo(id);
    assertThat(seen.author().name()).isEqualTo("Dana Reyes");
    assertThat(faultOf(() -> connector().apply(PlatformAction.HIDE, id)))
        .isInstanceOf(Fault.Rejected.class);
    assertThat(site.shows(id)).isTrue();
  }

  /** An author can remove the account's name from an answer, which is then not a mention. */
  @Test
  void anAnswerThatDoesNotNameTheAccountIsFoundInItsConversation() {
    Reading reading = reading().untilLive();
    String first = site.comment(text("question"));
    String answer = standIn.visitors().replyWithoutName(first, text("answer"));
    assertThat(reading.seen(answer, Kind.CREATED).parent()).contains(first);
  }

  /** X only allows answering people that the author named; the console shows X's own message. */
  @Test
  void anAnswerThatXDoesNotAllowIsRefusedWithItsReason() {
    String first = site.comment(text("question"));
    String answer = standIn.visitors().replyWithoutName(first, text("answer"));
    Fault fault = faultOf(() -> connector().reply(UUID.randomUUID(), answer, "Thank you"));
    assertThat(fault).isInstanceOf(Fault.Rejected.class);
    assertThat(fault.sentence()).contains("has not mentioned this account");
  }

  @Test
  void repostsAndTheAccountsOwnPostsAreNoComments() {
    Reading reading = reading().untilLive();
    String own = standIn.visitors().ownPost(text("School is closed tomorrow"));
    String repost = standIn.visitors().repost(text("closed"));
    String under = standIn.visitors().reply(own, text("why?"));
    CommentSeen seen = reading.seen(under, Kind.CREATED);
    assertThat(seen.post().id()).isEqualTo(own);
    assertThat(seen.post().text()).contains("School is closed");
    assertThat(reading.ids()).doesNotContain(own, repost);
  }

  /** A query takes 13 conversations; a district posts more in a week. */
  @Test
  void moreConversationsThanOneSearchTakesAreAllRead() {
    for (int i = 0; i < 30; i++) {
      standIn.visitors().ownPost("Notice " + i);
    }
    Reading reading = reading().untilLive();
    String id = standIn.visitors().replyWithoutName(site.post(), text("under the oldest"));
    reading.seen(id, Kind.CREATED);
  }

  /**
   * A reply that someone shows again on X is hidden again: X does not report it, so nothing is
   * assumed.
   */
  @Test
  void aHideIsSentEvenIfThisServiceHidItBefore() throws Exception {
    String id = site.comment(text("to be hidden"));
    Connector connector = connector();
    connector.apply(PlatformAction.HIDE, id);
    long before = standIn.changes().size();
    connector.apply(PlatformAction.HIDE, id);
    assertThat(standIn.changes()).hasSize((int) before + 1);
  }

  /** After a restart the state is unknown, so a doubtful act must be repeated. */
  @Test
  void aStateThatXDoesNotTellSatisfiesNoAct() throws Exception {
    String id = site.comment(text("hidden before a restart"));
    connector().apply(PlatformAction.HIDE, id);
    Connector afterRestart = connector();
    assertThat(afterRestart.observe(id).satisfies(PlatformAction.RESTORE)).isFalse();
    assertThat(afterRestart.observe(id).satisfies(PlatformAction.HIDE)).isFalse();
    assertThat(afterRestart.apply(PlatformAction.RESTORE, id).applied()).isTrue();
    assertThat(site.shows(id)).isTrue();
  }

  /** The memory of an earlier act does not cover an act with a lost answer. */
  @Test
  void whatIsRememberedSatisfiesNoActEither() throws Exception {
    String id = site.comment(text("hidden, then restored in doubt"));
    Connector connector = connector();
    connector.apply(PlatformAction.HIDE, id);
    assertThat(connector.observe(id).satisfies(PlatformAction.HIDE)).isFalse();
  }

  /** X writes links in full, and a short reply can be the end of an earlier one. */
  @Test
  void anEarlierReplyIsKnownByAllItsWords() throws Exception {
    String id = site.comment(text("may I object?"));
    standIn.visitors().answerAsAccount(id, "@dana_reyes See http://district.example/rules");
    standIn.visitors().answerAsAccount(id, "No. Thank you");
    Connector connector = connector();
    UUID action = UUID.randomUUID();
    assertThat(connector.reply(action, id, "See district.example/rules").applied()).isFalse();
    assertThat(connector.reply(action, id, "Thank you").applied()).isTrue();
    assertThat(connector.reply(action, id, "👍").applied()).isTrue();
    assertThat(connector.reply(action, id, "👍").applied()).isFalse();
  }

  @Test
  void aReplyThatXDoesNotListYetIsNotFailedAsADuplicate() throws Exception {
    String id = site.comment(text("may I object?"));
    Connector connector = connector();
    connector.verifyAuth();
    UUID action = UUID.randomUUID();
    standIn.listAnswersLate(true);
    try {
      standIn.cutNextChanges(1);
      assertThat(faultOf(() -> connector.reply(action, id, "Yes")))
          .isInstanceOf(Fault.Transient.class);
      assertThat(connector.reply(action, id, "Yes").applied()).isFalse();
      assertThat(faultOf(() -> connector.reply(UUID.randomUUID(), id, "Yes")))
          .as("another order is told")
          .isInstanceOf(Fault.Rejected.class);
    } finally {
      standIn.listAnswersLate(false);
    }
    assertThat(standIn.visitors().answersTo(id)).hasSize(1);
  }

  @Test
  void anEditKeepsTheIdAndTheTimeOfTheFirstVersion() throws Exception {
    String id = site.comment(text("innocent"));
    Instant written = connector().look(id).orElseThrow().claimedAt().orElseThrow();
    site.edit(id, text("edited"));
    Sighting edited = connector().look(id).orElseThrow();
    assertThat(edited.id()).isEqualTo(id);
    assertThat(edited.text()).contains("edited");
    assertThat(edited.claimedAt()).contains(written);
  }

  /** Trap: a late post in X's lists has a lower id than posts that were read before. */
  @Test
  void theLastSecondsAreReadAgainSoThatLatecomersAreNotMissed() throws Exception {
    Connector connector = connector();
    String cursor = run(connector, connector.poll(""), new HashSet<>());
    String late = site.comment(text("indexed late"));
    run(connector, connector.poll(cursor), new HashSet<>());
    Set<String> again = new HashSet<>();
    run(connector, connector.poll(cursor), again);
    assertThat(again).contains(late);
  }

  /** Continues reading until a run ends, and returns the cursor. */
  private static String run(Connector connector, CommentPage first, Set<String> ids)
      throws Exception {
    CommentPage page = first;
    page.sightings().forEach(s -> ids.add(s.id()));
    while (page.more()) {
      page = connector.poll(page.next());
      page.sightings().forEach(s -> ids.add(s.id()));
    }
    return page.next();
  }

  @Test
  void aPageThatXForgotStartsItsListAgain() throws Exception {
    String id = site.comment(text("newest"));
    TimeSpan span = new TimeSpan(Instant.now().minusSeconds(60), Instant.now().plusSeconds(3));
    CommentPage page = connector().reconcile(span, "0/NO SUCH PAGE");
    assertThat(page.sightings()).extracting(Sighting::id).contains(id);
  }

  /** Otherwise a list with pages that X refuses would be read again and again. */
  @Test
  void aPageThatXForgotTwiceIsLeftOut() throws Exception {
    site.comment(text("newest"));
    TimeSpan span = new TimeSpan(Instant.now().minusSeconds(60), Instant.now().plusSeconds(3));
    Connector connector = connector();
    connector.reconcile(span, "");
    assertThat(connector.reconcile(span, "0!/NO SUCH PAGE").next()).isEqualTo("1/");
  }

  @Test
  void whatCannotBeDoneOnXSaysWhatToDoInstead() {
    String id = site.comment(text("not to be deleted"));
    for (PlatformAction action : List.of(PlatformAction.DELETE, PlatformAction.BLOCK_AUTHOR)) {
      assertThat(faultOf(() -> connector().apply(action, id)).sentence()).contains("X");
    }
  }

  @Test
  void whatTheAccountSaysOfItselfIsReadWithWhereItsShortLinksLead() throws Exception {
    AccountProfile profile = connector().profile().orElseThrow().profile();

    assertThat(profile.text()).startsWith("News for families.");
    assertThat(profile.links()).contains("https://www.maplevalley12.example/");
    assertThat(profile.room()).contains(160);
    assertThat(profile.pictures())
        .containsExactly(
            new Portrait("https://pbs.twimg.example/profile_images/7/crest_400x400.jpg", true));
  }
}
