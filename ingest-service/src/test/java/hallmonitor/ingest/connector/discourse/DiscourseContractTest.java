package hallmonitor.ingest.connector.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.StandInContract;
import hallmonitor.ingest.connector.StandInSite;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.standin.DiscourseStandIn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs the contract, and what is specific to a forum. */
class DiscourseContractTest extends StandInContract<DiscourseStandIn> {
  @Override
  protected DiscourseStandIn start() throws IOException {
    return new DiscourseStandIn(InstantSource.system());
  }

  @Override
  protected StandInSite describe(DiscourseStandIn forum) {
    return new StandInSite(
        forum.url(),
        forum.secret(),
        forum.secret() + "0",
        forum.visitors().topic(),
        "999999999",
        forum.visitors(),
        true);
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new Discourse(answerWithin, InstantSource.system());
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.complementOf(EnumSet.of(Capability.DELETE));
  }

  /** A forum never deletes only a first post. */
  @Test
  void aNewTopicIsReadAndHiddenAsAWhole() throws Exception {
    Reading reading = reading().untilLive();
    String first = standIn.visitors().newTopic(text("a topic of its own"));
    CommentSeen seen = reading.seen(first, Kind.CREATED);
    assertThat(seen.post().title()).isEqualTo("Topic " + seen.post().id());
    assertThat(seen.parent()).isEmpty();
    Connector connector = connector();
    assertThat(connector.apply(PlatformAction.HIDE, first).applied()).isTrue();
    assertThat(site.shows(first)).isFalse();
    assertThat(connector.apply(PlatformAction.RESTORE, first).applied()).isTrue();
    assertThat(site.shows(first)).isTrue();
  }

  /** What members hid by flags is often the worst. */
  @Test
  void whatMembersFlaggedAwayIsReadAsHiddenAndCanBeShown() throws Exception {
    String id = site.comment(text("flagged"));
    standIn.visitors().flag(id);
    Reading reading = reading().untilLive();
    assertThat(reading.seen(id, Kind.CREATED).visibility()).isEqualTo(Visibility.HIDDEN);
    Connector connector = connector();
    assertThat(connector.apply(PlatformAction.RESTORE, id).applied()).isTrue();
    assertThat(site.shows(id)).isTrue();
  }

  /** Its author brings a flagged post back by editing it, so the flag alone is not enough. */
  @Test
  void aHideDeletesAlsoWhatMembersFlaggedAway() throws Exception {
    String id = site.comment(text("flagged"));
    standIn.visitors().flag(id);
    Connector connector = connector();
    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isTrue();
    assertThat(connector.observe(id).word()).isEqualTo("deleted");
  }

  @Test
  void whatWasFlaggedBeforeOurHideStaysFlaggedAfterIt() throws Exception {
    String id = site.comment(text("flagged"));
    standIn.visitors().flag(id);
    Connector connector = connector();
    connector.apply(PlatformAction.HIDE, id);
    assertThat(connector.apply(PlatformAction.RESTORE, id).observed().word()).isEqualTo("hidden");
    assertThat(site.shows(id)).isFalse();
    connector.apply(PlatformAction.RESTORE, id);
    assertThat(site.shows(id)).isTrue();
  }

  /** Otherwise a hide with an unknown outcome would be left to the comment's author. */
  @Test
  void aFlagSatisfiesNoHide() throws Exception {
    String id = site.comment(text("flagged"));
    standIn.visitors().flag(id);
    assertThat(connector().observe(id).satisfies(PlatformAction.HIDE)).isFalse();
  }

  @Test
  void whoseAccountIsDeletedHasNoId() throws Exception {
    String id = standIn.visitors().byNobody(text("left behind"));
    assertThat(connector().look(id).orElseThrow().author().id()).isEmpty();
  }

  /** Trap: a quote needs no source, so anything could be hidden in one. */
  @Test
  void whatIsQuotedCountsAndEmojiHaveNames() throws Exception {
    Reading reading = reading().untilLive();
    String id = site.comment(text("I agree"));
    standIn
        .visitors()
        .append(
            id,
            "<aside class=\"quote\"><div class=\"title\"><img class=\"avatar\" src=\"/face.png\">"
                + " kim:</div><blockquote><p>I will hurt you</p></blockquote></aside>"
                + "<p>so <img class=\"emoji\" alt=\":smile:\" src=\"/images/smile.png\"></p>"
                + "<aside class=\"onebox\" data-onebox-src=\"https://news.example/a\"><img"
                + " src=\"/preview.png\">A preview</aside>");
    Sighting seen = connector().look(id).orElseThrow();
    assertThat(seen.text())
        .contains(
            "I agree", "I will hurt you", "so :smile:", "https://news.example/a", "A preview");
    assertThat(seen.attachments()).isEmpty();
    assertThat(reading.seen(id, Kind.CREATED).author().name()).isEqualTo("Dana Reyes");
  }

  @Test
  void anUploadedPictureHasItsWholeAddress() throws Exception {
    String id = site.comment(text("look"));
    standIn.visitors().picture(id, "/uploads/default/1.png");
    assertThat(connector().look(id).orElseThrow().attachments())
        .containsExactly(standIn.url() + "/uploads/default/1.png");
  }

  @Test
  void aPicturesNameIsTheAuthorsAndItsSizeIsNot() throws Exception {
    String id = site.comment(text("look"));
    standIn
        .visitors()
        .append(
            id,
            "<div class=\"lightbox-wrapper\"><a class=\"lightbox\"><img src=\"/uploads/2.png\">"
                + "<div class=\"meta\"><span class=\"filename\">kill</span><span"
                + " class=\"informations\">690×388 70 KB</span></div></a></div><img src=\"\">");
    Sighting seen = connector().look(id).orElseThrow();
    assertThat(seen.text()).contains("kill").doesNotContain("KB");
    assertThat(seen.attachments()).containsExactly(standIn.url() + "/uploads/2.png");
  }

  /** Trap: an import writes new posts that claim to be old. */
  @Test
  void aPostThatClaimsToBeOldIsReadAndEndsNoSweep() throws Exception {
    Reading reading = reading().untilLive();
    String before = site.comment(text("before the import"));
    Instant old = Instant.parse("2020-01-01T00:00:00Z");
    String imported = standIn.visitors().imported(text("imported"), old);
    for (int i = 0; i < 49; i++) {
      site.comment(text("after the import " + i));
    }
    assertThat(reading.seen(imported, Kind.CREATED).claimedAt()).contains(old);
    Connector connector = connector();
    Set<String> seen = new HashSet<>();
    TimeSpan span = new TimeSpan(Instant.now().minusSeconds(600), Instant.now().plusSeconds(3));
    String cursor = "";
    CommentPage page;
    do {
      page = connector.reconcile(span, cursor);
      page.sightings().forEach(s -> seen.add(s.id()));
      cursor = page.next();
    } while (page.more());
    assertThat(seen).contains(before);
  }

  @Test
  void aPostThatWentWhereNobodyMayLookIsGoneAndTheKeyIsGood() throws Exception {
    String id = site.comment(text("to be moved"));
    standIn.visitors().makePrivate(id);
    assertThat(connector().look(id)).isEmpty();
  }

  /** A list shows 20 answers at once. */
  @Test
  void aReplyIsNotGivenTwiceHoweverManyAnswersThereAre() throws Exception {
    String asked = site.comment(text("may I object?"));
    for (int i = 0; i < 45; i++) {
      site.reply(asked, text("answer " + i));
    }
    Connector connector = connector();
    UUID action = UUID.randomUUID();
    assertThat(connector.reply(action, asked, "Please write to us.").applied()).isTrue();
    assertThat(connector.reply(action, asked, "Please write to us.").applied()).isFalse();
    assertThat(standIn.visitors().repliesTo(asked)).hasSize(46);
  }

  @Test
  void whatTheForumRefusesIsToldInItsOwnWords() {
    String asked = site.comment(text("may I object?"));
    Fault fault = faultOf(() -> connector().reply(UUID.randomUUID(), asked, "No"));
    assertThat(fault).isInstanceOf(Fault.Rejected.class);
    assertThat(fault.sentence()).contains("too short");
  }

  @Test
  void aLimitIsWaitedForAsLongAsItSays() throws Exception {
    Connector connector = connector();
    standIn.throttle(12);
    assertThat(faultOf(() -> connector.poll("")))
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(12)));
  }

  @Test
  void aUserWhoIsNoModeratorIsNotEnough() throws Exception {
    try (DiscourseStandIn forum = new DiscourseStandIn(InstantSource.system())) {
      forum.demote();
      Connector connector = connector(forum.url(), forum.secret(), PlatformHttp.ANSWER);
      Fault fault = faultOf(connector::verifyAuth);
      assertThat(fault).isInstanceOf(Fault.AuthLost.class);
      assertThat(fault.sentence()).contains("not a moderator");
    }
  }

  @Test
  void aSecretThatIsNotCompleteSaysItsForm() {
    assertThat(faultOf(() -> connector("only-a-key").verifyAuth()).sentence())
        .contains("username:api-key");
  }
}
