package hallmonitor.ingest.connector.discourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.standin.DiscourseStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a forum's limit and its older versions require of the connector. */
class DiscourseLimitsTest {
  private static final int MANY_PAGES = 100;

  private volatile Instant now = Instant.parse("2026-11-20T20:00:00Z");
  private final RateBudget budget = new RateBudget(10_000, 10_000, () -> 0);
  private DiscourseStandIn forum;
  private Connector connector;

  @BeforeEach
  void start() throws IOException {
    forum = new DiscourseStandIn(() -> now);
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> forum.secret());
    connector =
        new Discourse(PlatformHttp.ANSWER, () -> now)
            .connect(
                new Access("district", URI.create(forum.url()), "credential", secrets, budget));
  }

  @AfterEach
  void stop() {
    forum.close();
  }

  private String comment() {
    return forum.visitors().comment("a comment");
  }

  /** A sweep looks up all hidden comments, ten in a row. */
  @Test
  void looksInARowRestTheLaneForEachRequest() throws Exception {
    for (int i = 0; i < 10; i++) {
      connector.look(comment());
    }
    assertThat(budget.untilAllowed(Use.RECONCILE)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(budget.untilAllowed(Use.ACTION)).isZero();
  }

  @Test
  void aPageThatAnswersFiftyUnknownPostsIsReadInTurnsAndActsGoOn() throws Exception {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      asked.add(comment());
    }
    asked.forEach(id -> forum.visitors().reply(id, "an answer"));
    PlatformException thrown =
        catchThrowableOfType(PlatformException.class, () -> connector.poll(""));
    assertThat(thrown.fault())
        .isInstanceOfSatisfying(
            Fault.Throttled.class, t -> assertThat(t.apart()).as("acts go on").isTrue());
    assertThat(budget.untilAllowed(Use.LIVE)).isGreaterThan(Duration.ofMinutes(1));
    assertThat(budget.untilAllowed(Use.BACKFILL)).as("another lane").isZero();
    connector.apply(PlatformAction.HIDE, asked.get(0));
    now = now.plusSeconds(60);
    catchThrowableOfType(PlatformException.class, () -> connector.poll(""));
    now = now.plusSeconds(60);
    assertThat(connector.poll("").sightings())
        .extracting(Sighting::parent)
        .containsAll(asked.stream().map(Optional::of).toList());
  }

  @Test
  void anOlderForumsHistoryIsReadToTheEndAcrossWhatIsNotPublic() throws Exception {
    forum.beOlder();
    List<String> all = acrossAGap();
    List<String> read = new ArrayList<>();
    CommentPage page = connector.backfill(Instant.EPOCH, "");
    int pages = 0;
    while (page.more()) {
      assertThat(pages++).as("it ends").isLessThan(MANY_PAGES);
      page.sightings().forEach(s -> read.add(s.id()));
      page = connector.backfill(Instant.EPOCH, page.next());
    }
    assertThat(read).containsAll(all);
  }

  @Test
  void anOlderForumsSweepCrossesWhatIsNotPublic() throws Exception {
    forum.beOlder();
    List<String> all = acrossAGap();
    TimeSpan span = new TimeSpan(now.minusSeconds(60), now.plusSeconds(60));
    List<String> read = new ArrayList<>();
    CommentPage page = connector.reconcile(span, "");
    page.sightings().forEach(s -> read.add(s.id()));
    for (int i = 0; page.more(); i++) {
      assertThat(i).as("it ends").isLessThan(MANY_PAGES);
      page = connector.reconcile(span, page.next());
      page.sightings().forEach(s -> read.add(s.id()));
    }
    assertThat(read).containsAll(all);
  }

  @Test
  void anOlderForumsNewPostsAreReadAcrossWhatIsNotPublic() throws Exception {
    forum.beOlder();
    String cursor = connector.poll("").next();
    List<String> all = acrossAGap();
    List<String> read = new ArrayList<>();
    CommentPage page = connector.poll(cursor);
    page.sightings().forEach(s -> read.add(s.id()));
    for (int i = 0; page.more(); i++) {
      assertThat(i).as("it ends").isLessThan(MANY_PAGES);
      page = connector.poll(page.next());
      page.sightings().forEach(s -> read.add(s.id()));
    }
    assertThat(read).containsAll(all);
  }

  /** Writes on both sides of many posts that are not public, and returns the ids of the others. */
  private List<String> acrossAGap() {
    List<String> all = new ArrayList<>(List.of(comment(), comment()));
    for (int i = 0; i < 120; i++) {
      forum.visitors().makePrivate(comment());
    }
    all.add(comment());
    return all;
  }

  @Test
  void answersThatAreListedFromTheFirstOnAlwaysEnd() throws Exception {
    forum.beOlder();
    String asked = comment();
    forum.visitors().reply(asked, "an answer");
    assertThat(connector.reply(UUID.randomUUID(), asked, "Please write to us.").applied()).isTrue();
  }
}
