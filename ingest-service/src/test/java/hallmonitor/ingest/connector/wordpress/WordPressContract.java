package hallmonitor.ingest.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.polling.AccountPoller;
import hallmonitor.ingest.polling.MemoryLog;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.ingest.polling.PolledAccount;
import hallmonitor.ingest.polling.ReadingWish;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * The contract of the WordPress connector and the engine, tested against any server with
 * WordPress's REST API. Sites may hold comments of earlier tests.
 */
public abstract class WordPressContract {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Returns the site's address without a trailing slash. */
  protected abstract String url();

  /** Returns {@code user:application password} of a moderator. */
  protected abstract String credential();

  /** Makes the site answer its next REST call with 429. */
  protected abstract void throttleNextCall(Duration retryAfter);

  private WordPressSite site() {
    return new WordPressSite(url(), credential());
  }

  private Connector connector(String credential) {
    RateBudget budget = new RateBudget(10_000, 10_000, System::nanoTime);
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> credential);
    return new WordPress()
        .connect(new Access("site", URI.create(url()), "credential", secrets, budget));
  }

  private Connector connector() {
    return connector(credential());
  }

  /** An account being read; {@code until} runs its turns. */
  private final class Reading {
    final MemoryLog log = new MemoryLog();
    final AccountPoller poller;

    Reading(Optional<LocalDate> backfillFrom) {
      poller =
          new AccountPoller(
              new PolledAccount(
                  "site", "wordpress", Duration.ofMillis(50), Duration.ofMillis(200), backfillFrom),
              connector(),
              log,
              new RateBudget(10_000, 10_000, System::nanoTime),
              InstantSource.system(),
              PollListener.SILENT,
              () -> ReadingWish.NONE);
    }

    Reading until(String what, BooleanSupplier reached) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!reached.getAsBoolean()) {
        assertThat(System.nanoTime())
            .as("in time: %s; state %s", what, poller.state())
            .isLessThan(deadline);
        pause(poller.turn());
      }
      return this;
    }

    Reading untilLive() {
      return until("the live edge is reached", () -> poller.state().caughtUp());
    }

    CommentSeen seen(String id, Kind kind) {
      until(kind + " of " + id, () -> log.comments(id).stream().anyMatch(c -> c.kind() == kind));
      return log.comments(id).stream().filter(c -> c.kind() == kind).findFirst().orElseThrow();
    }

    Set<String> ids() {
      Set<String> ids = new HashSet<>();
      log.comments().forEach(c -> ids.add(c.comment().id()));
      return ids;
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(Math.min(wait.toMillis(), 200));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reading reading() {
    return new Reading(Optional.empty());
  }

  private static Fault faultOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(PlatformException.class, call).fault();
  }

  @Test
  public void aBurstOf200CommentsLosesNoneAndRepeatsNone() {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    var burst =
        CompletableFuture.supplyAsync(
            () -> {
              List<String> ids = new ArrayList<>();
              for (int i = 0; i < 200; i++) {
                ids.add(site.comment("Visitor " + i, "burst " + System.nanoTime() + " " + i));
              }
              return ids;
            });
    reading.until("the burst is written", burst::isDone);
    List<String> ids = burst.join();
    reading.until("the burst is read", () -> reading.ids().containsAll(ids));
    assertThat(reading.log.comments()).doesNotHaveDuplicates();
    for (String id : ids) {
      assertThat(reading.log.comments(id)).as(id).hasSize(1);
    }
  }

  @Test
  public void aNewCommentComesWithItsAuthorItsPostAndItsRawPayload() {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment("Pat O'Neil & Sons", "Good evening " + System.nanoTime());
    CommentSeen seen = reading.seen(id, Kind.CREATED);
    assertThat(seen.lane()).isEqualTo(Lane.LIVE);
    assertThat(seen.author().name()).isEqualTo("Pat O'Neil & Sons");
    assertThat(seen.author().id()).isEmpty();
    assertThat(seen.post().id()).isEqualTo(site.post());
    assertThat(seen.post().title()).isNotBlank();
    assertThat(seen.parent()).isEmpty();
    assertThat(seen.visibility()).isEqualTo(Visibility.VISIBLE);
    assertThat(seen.claimedAt()).isPresent();
    assertThat(seen.permalink()).isPresent();
    assertThat(seen.raw()).contains("\"id\":" + id).contains("author_ip");
  }

  @Test
  public void anEditIsFoundAndNamedAfterTheRevisionBeforeIt() {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment("Lee", "innocent " + System.nanoTime());
    CommentSeen created = reading.seen(id, Kind.CREATED);
    site.edit(id, "edited to abuse " + System.nanoTime());
    CommentSeen edited = reading.seen(id, Kind.EDITED);
    assertThat(edited.text()).startsWith("edited to abuse");
    assertThat(edited.revision()).isNotEqualTo(created.revision());
    site.edit(id, created.text());
    reading.until("the edit back", () -> reading.log.comments(id).size() == 3);
    assertThat(reading.log.comments(id).get(2).revision()).isNotEqualTo(created.revision());
  }

  @Test
  public void aCommentThatIsDeletedForGoodIsFoundOutAndOneInTheTrashIsNot() {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    String trashed = site.comment("Ann", "for the trash " + System.nanoTime());
    String deleted = site.comment("Ann", "for ever gone " + System.nanoTime());
    reading.seen(trashed, Kind.CREATED);
    CommentSeen created = reading.seen(deleted, Kind.CREATED);
    site.setStatus(trashed, "trash");
    site.deleteForGood(deleted);
    CommentSeen gone = reading.seen(deleted, Kind.DELETED);
    assertThat(gone.key()).isEqualTo(created.key());
    assertThat(gone.text()).isEmpty();
    assertThat(reading.log.comments(trashed)).hasSize(1);
  }

  @Test
  public void hidingRestoringAndTrashingChangeWhatThePublicSeesAndAreObserved() throws Exception {
    WordPressSite site = site();
    Connector connector = connector();
    String id = site.comment("Kim", "to be hidden " + System.nanoTime());

    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isTrue();
    assertThat(connector.observe(id).word()).isEqualTo("hold");
    assertThat(site.asModerator(id).path("status").asText()).isEqualTo("hold");

    assertThat(connector.apply(PlatformAction.RESTORE, id).applied()).isTrue();
    assertThat(connector.observe(id).visibility()).isEqualTo(Visibility.VISIBLE);

    assertThat(connector.apply(PlatformAction.DELETE, id).applied()).isTrue();
    assertThat(connector.observe(id).visibility()).isEqualTo(Visibility.DELETED);
  }

  @Test
  public void hidingTwiceIsAlreadySo() throws Exception {
    String id = site().comment("Kim", "twice hidden " + System.nanoTime());
    Connector connector = connector();
    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isTrue();
    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isFalse();
    assertThat(connector.apply(PlatformAction.DELETE, id).applied()).isTrue();
    assertThat(connector.apply(PlatformAction.DELETE, id).applied()).isFalse();
    assertThat(connector.apply(PlatformAction.HIDE, id).applied())
        .as("what is in the trash stays there")
        .isFalse();
  }

  @Test
  public void ourOwnHideIsNoEdit() throws Exception {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment("Kim", "hidden by us " + System.nanoTime());
    reading.seen(id, Kind.CREATED);
    connector().apply(PlatformAction.HIDE, id);
    String later = site.comment("Kim", "written later " + System.nanoTime());
    reading.seen(later, Kind.CREATED);
    site.edit(later, "and edited " + System.nanoTime());
    reading.seen(later, Kind.EDITED); // so the sweep has passed the hidden one
    assertThat(reading.log.comments(id)).hasSize(1);
  }

  @Test
  public void anActionOnAMissingCommentIsGone() {
    assertThat(faultOf(() -> connector().apply(PlatformAction.HIDE, "999999999")))
        .isInstanceOf(Fault.Gone.class);
  }

  @Test
  public void aWrongPasswordIsALostSignInAndNeverAnEmptyPage() {
    String id = site().comment("Kim", "not to be touched " + System.nanoTime());
    Connector connector = connector("moderator:wrong");
    assertThat(faultOf(connector::verifyAuth)).isInstanceOf(Fault.AuthLost.class);
    assertThat(faultOf(() -> connector.poll(""))).isInstanceOf(Fault.AuthLost.class);
    assertThat(faultOf(() -> connector.apply(PlatformAction.HIDE, id)))
        .isInstanceOf(Fault.AuthLost.class);
  }

  @Test
  public void aThrottledCallSaysHowLongToWait() throws Exception {
    Connector connector = connector();
    connector.verifyAuth();
    throttleNextCall(Duration.ofSeconds(7));
    Fault fault = faultOf(() -> connector.poll(""));
    assertThat(fault).isInstanceOf(Fault.Throttled.class);
    assertThat(((Fault.Throttled) fault).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    connector.poll("");
  }

  @Test
  public void deletionsBetweenTwoPagesHideNoComment() throws Exception {
    WordPressSite site = site();
    Connector connector = connector();
    String cursor = connector.poll("").next();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      written.add(site.comment("Page " + i, "paged " + System.nanoTime() + " " + i));
    }
    Set<String> read = new HashSet<>();
    Set<String> deleted = new HashSet<>();
    boolean more = true;
    while (more) {
      var page = connector.poll(cursor);
      page.sightings().forEach(s -> read.add(s.id()));
      cursor = page.next();
      more = page.more();
      written.stream()
          .filter(id -> read.contains(id) && !deleted.contains(id))
          .limit(7)
          .forEach(
              id -> {
                site.deleteForGood(id);
                deleted.add(id);
              });
    }
    assertThat(read).containsAll(written);
    String afterwards = site.comment("Page", "after the deletions " + System.nanoTime());
    assertThat(connector.poll(cursor).sightings()).anyMatch(s -> s.id().equals(afterwards));
  }

  @Test
  public void aReplyNamesItsParent() {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    String parent = site.comment("Kim", "question " + System.nanoTime());
    String reply = site.reply(parent, "Lee", "answer " + System.nanoTime());
    assertThat(reading.seen(reply, Kind.CREATED).parent()).contains(parent);
  }

  @Test
  public void aReplyIsGivenOnceByTheAccountsUserAndReadsAsItWasWritten() throws Exception {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    Connector connector = connector();
    String asked = site.comment("Kim", "may I object? " + System.nanoTime());
    UUID action = UUID.randomUUID();
    String text = "Hidden under <b>1.1</b> & open to appeal. " + System.nanoTime();

    assertThat(connector.reply(action, asked, text).applied()).isTrue();
    assertThat(connector.reply(action, asked, text).applied()).as("once").isFalse();
    CommentSeen reply =
        reading
            .until("the reply is read", () -> !repliesTo(reading, asked).isEmpty())
            .seen(repliesTo(reading, asked).get(0), Kind.CREATED);

    assertThat(repliesTo(reading, asked)).hasSize(1);
    assertThat(reply.text()).isEqualTo(text);
    assertThat(reply.author().id()).isPresent();
    assertThat(reply.author().name()).isNotBlank();
  }

  private static List<String> repliesTo(Reading reading, String id) {
    return reading.log.comments().stream()
        .filter(c -> c.parent().filter(id::equals).isPresent())
        .map(c -> c.comment().id())
        .toList();
  }

  @Test
  public void whatIsInTheTrashIsNotAnswered() {
    WordPressSite site = site();
    String id = site.comment("Kim", "gone " + System.nanoTime());
    site.setStatus(id, "trash");
    assertThat(faultOf(() -> connector().reply(UUID.randomUUID(), id, "Too late")))
        .isInstanceOf(Fault.Gone.class);
  }

  @Test
  public void anAuthorWithoutANameStaysWithoutOne() {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment("", "nobody " + System.nanoTime());
    assertThat(reading.seen(id, Kind.CREATED).author().name()).isEmpty();
  }

  @Test
  public void hostileTextComesAsItsAuthorWroteIt() {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    String hostile =
        "\u202Eevil \u200Bzero \uD83D\uDD2A k\u0456ll =cmd|'/c'!A1 {{7*7}} ${jndi:x} %s 'or 1=1-- "
            + System.nanoTime();
    String id = site.comment("=HYPERLINK(1)", hostile + " A&amp;B 5 &lt; 6 &lt;b&gt;");
    CommentSeen seen = reading.seen(id, Kind.CREATED);
    assertThat(seen.text()).isEqualTo(hostile + " A&B 5 < 6 <b>");
    assertThat(seen.author().name()).isEqualTo("=HYPERLINK(1)");
    String marked = site.comment("Tag", "f<b>uc</b>k\nline " + System.nanoTime());
    assertThat(reading.seen(marked, Kind.CREATED).text()).startsWith("fuck\nline");
  }

  @Test
  public void theHistoryIsReadBackToItsFirstDayWithProgress() {
    WordPressSite site = site();
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      before.add(site.comment("History " + i, "past " + System.nanoTime() + " " + i));
    }
    Reading reading = new Reading(Optional.of(LocalDate.now(ZoneOffset.UTC).minusDays(2)));
    reading.until(
        "the history is read",
        () ->
            reading
                .log
                .checkpoint()
                .backfill()
                .map(AccountCheckpoint.Backfill::finished)
                .orElse(false));
    AccountCheckpoint.Backfill progress = reading.log.checkpoint().backfill().orElseThrow();
    assertThat(reading.ids()).containsAll(before);
    assertThat(progress.done()).isGreaterThanOrEqualTo(120);
    assertThat(progress.total().orElseThrow()).isLessThanOrEqualTo(progress.done());
    assertThat(progress.reachedBack()).isPresent();
    for (String id : before) {
      assertThat(reading.log.comments(id)).as(id).hasSize(1);
    }
  }
}
