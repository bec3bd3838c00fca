package hallmonitor.ingest.connector.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.OneDepthContract;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.StandInSite;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.standin.YouTubeStandIn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs the contract, and what is YouTube's own. */
class YouTubeContractTest extends OneDepthContract<YouTubeStandIn> {
  @Override
  protected YouTubeStandIn start() throws IOException {
    return new YouTubeStandIn(InstantSource.system());
  }

  @Override
  protected StandInSite describe(YouTubeStandIn youTube) {
    return new StandInSite(
        youTube.url(),
        youTube.secret(),
        youTube.secret() + "-taken-back",
        YouTubeStandIn.VIDEO,
        "Ug0000000000x4AaABAg",
        youTube.visitors(),
        true);
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new YouTube(answerWithin, InstantSource.system(), YouTube.UNITS_A_DAY);
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.REPLY);
  }

  /** A list of threads shows five replies of each. */
  @Test
  void repliesThatTheListLeavesOutAreReadEditedAndFoundDeleted() {
    Reading reading = reading().untilLive();
    String first = site.comment(text("question"));
    assertThatRepliesLeftOutOfTheListAreKnown(reading, first, 12, 0, 1);
  }

  @Test
  void withTheFirstCommentItsRepliesAreFoundDeleted() {
    assertThatWithACommentItsAnswersAreFoundDeleted();
  }

  /** What YouTube holds automatically is often the worst. */
  @Test
  void whatYouTubeHeldByItselfIsReadAsHidden() {
    Reading reading = reading().untilLive();
    String held = site.comment(text("held by a filter"));
    standIn.visitors().setStatus(held, "heldForReview");
    CommentSeen seen = reading.seen(held, Kind.CREATED);
    assertThat(seen.visibility()).isEqualTo(Visibility.HIDDEN);
  }

  @Test
  void aCommentOfAnAccountThatIsGoneIsReadWithoutAnAuthor() {
    Reading reading = reading().untilLive();
    CommentSeen seen =
        reading.seen(standIn.visitors().commentOfNobody(text("by nobody")), Kind.CREATED);
    assertThat(seen.author().id()).isEmpty();
    assertThat(seen.author().name()).isEmpty();
  }

  @Test
  void aHeldCommentIsNotGoneEvenIfYouTubeDoesNotFindItByItsId() throws Exception {
    String id = site.comment(text("to be hidden"));
    Connector connector = connector();
    connector.apply(PlatformAction.HIDE, id);
    standIn.visitors().heldFoundById(false);
    try {
      assertThat(connector.look(id)).isPresent();
      assertThat(connector.apply(PlatformAction.RESTORE, id).applied()).isTrue();
    } finally {
      standIn.visitors().heldFoundById(true);
    }
  }

  @Test
  void aReplyIsAnsweredByName() throws Exception {
    String first = site.comment(text("question"));
    String answer = site.reply(first, text("answer"));
    Connector connector = connector();
    UUID action = UUID.randomUUID();
    assertThat(connector.reply(action, answer, "Please write to us.").applied()).isTrue();
    assertThat(connector.reply(action, answer, "Please write to us.").applied()).isFalse();
    assertThat(standIn.visitors().repliesTo(first)).contains("@UCvisitor Please write to us.");
  }

  /** Trap: a page is a position in a list, and the list moves up when something is deleted. */
  @Test
  void threadsThatSlideBetweenTwoPagesAreFoundByTheSweep() throws Exception {
    Connector connector = connector();
    String start = connector.poll("").next();
    List<String> written = site.burst(150);
    CommentPage first = connector.poll(start);
    assertThat(first.more()).isTrue();
    written.subList(147, 150).forEach(site::delete);
    Set<String> seen = ids(first);
    seen.addAll(ids(connector.poll(first.next())));
    List<String> left = written.subList(0, 147);
    assertThat(left).as("three slid past").filteredOn(id -> !seen.contains(id)).hasSize(3);
    Instant now = Instant.now();
    TimeSpan span = new TimeSpan(now.minus(Duration.ofHours(2)), now.plusSeconds(3));
    String cursor = "";
    CommentPage page;
    do {
      page = connector.reconcile(span, cursor);
      seen.addAll(ids(page));
      cursor = page.next();
    } while (page.more());
    assertThat(seen).containsAll(left);
  }

  private static Set<String> ids(CommentPage page) {
    return page.sightings().stream().map(Sighting::id).collect(Collectors.toSet());
  }

  /** A page's token may expire while a lane pauses. */
  @Test
  void aPageThatYouTubeForgotStartsAgainAtTheFirst() throws Exception {
    String id = site.comment(text("newest"));
    CommentPage page = connector().backfill(Instant.now().minusSeconds(60), "no-such-page");
    assertThat(ids(page)).contains(id);
  }

  /** The links under a channel's name are not in the API, so none of them is missed. */
  @Test
  void whatTheChannelSaysOfItselfIsRead() throws Exception {
    AccountProfile profile = connector().profile().orElseThrow().profile();

    assertThat(profile.name()).isEqualTo("Maple Valley Schools");
    assertThat(profile.text()).startsWith("News for families.");
    assertThat(profile.links()).containsExactly("https://www.maplevalley12.example/");
    assertThat(profile.whole()).isTrue();
    assertThat(profile.allLinks()).isFalse();
    assertThat(profile.pictures())
        .containsExactly(new Portrait("https://yt3.ggpht.example/crest=s800", true));
  }
}
