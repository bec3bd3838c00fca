package hallmonitor.ingest.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.ConnectorContract;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PostSource;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The contract of every connector, and what is specific to WordPress, tested against any server
 * with WordPress's REST API. Sites may contain comments of earlier tests.
 */
public abstract class WordPressContract extends ConnectorContract {
  /** Returns the site's address without a trailing slash. */
  protected abstract String url();

  /** Returns {@code user:application password} of a moderator. */
  protected abstract String credential();

  /** Makes the site answer its next REST call with 429. */
  protected abstract void throttleNextCall(Duration retryAfter);

  @Override
  protected WordPressSite site() {
    return new WordPressSite(url(), credential());
  }

  @Override
  protected Platform platform(Duration answerWithin) {
    return new WordPress(answerWithin);
  }

  @Override
  protected Set<Capability> can() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.DELETE, Capability.REPLY);
  }

  @Test
  public void aNewCommentComesWithItsAuthorItsPostAndItsRawPayload() {
    WordPressSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment("Pat O'Neil & Sons", "Good evening " + System.nanoTime());
    CommentSeen seen = reading.seen(id, Kind.CREATED);
    // on a slow machine the sweep may come before the live reading
    assertThat(seen.lane()).isNotEqualTo(Lane.BACKFILL);
    assertThat(seen.author().name()).isEqualTo("Pat O'Neil & Sons");
    assertThat(seen.author().id()).isEmpty();
    assertThat(seen.post().id()).isEqualTo(site.post());
    assertThat(seen.post().title()).isNotBlank();
    assertThat(seen.parent()).isEmpty();
    assertThat(seen.visibility()).isEqualTo(Visibility.VISIBLE);
    assertThat(seen.claimedAt()).isPresent();
    assertThat(seen.permalink()).isPresent();
    assertThat(seen.raw())
        .contains("\"id\":" + id)
        .doesNotContain("author_ip", "author_email", "author_user_agent");
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
    reading.shown(trashed, Visibility.DELETED);
    assertThat(reading.log.comments(trashed))
        .as("from the trash it may come back")
        .extracting(CommentSeen::kind)
        .containsExactly(Kind.CREATED, Kind.VISIBILITY_CHANGED);
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
  public void allPostsAreListedToTheEndAndThenAllPages() throws Exception {
    PostSource source = connector().posts().orElseThrow();
    List<String> listed = new ArrayList<>();
    String cursor = "";
    do {
      PostSource.PostPage page = source.posts(cursor);
      page.posts().forEach(post -> listed.add(post.id()));
      cursor = page.next();
    } while (!cursor.isEmpty());
    assertThat(listed).contains(site().post()).doesNotHaveDuplicates();
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
