package hallmonitor.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PostSeen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every connector reads. */
public abstract class ReadingContract extends ConnectedSite {
  @Test
  public void aNewCommentComesWithItsTextItsPostAndThePlatformsOwnAnswer() {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String text = text("See https://school.example/menu?week=2 for more");
    CommentSeen seen = reading.seen(site.comment(text), Kind.CREATED);
    assertThat(seen.text()).contains(text);
    assertThat(seen.post().id()).isEqualTo(site.post());
    assertThat(seen.parent()).isEmpty();
    assertThat(seen.visibility()).isEqualTo(Visibility.VISIBLE);
    assertThat(seen.claimedAt()).isPresent();
    assertThat(seen.permalink()).isPresent();
    assertThat(seen.raw()).isNotBlank();
    assertThat(seen.attachments()).as("a link is text").isEmpty();
  }

  @Test
  public void aPictureIsAnAttachment() {
    Reading reading = reading().untilLive();
    Optional<String> id = site().picture(text("look at this"));
    id.ifPresent(
        picture -> assertThat(reading.seen(picture, Kind.CREATED).attachments()).hasSize(1));
  }

  @Test
  public void aReplyAtEachDepthNamesWhatItAnswers() {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String first = site.comment(text("question"));
    reading.seen(first, Kind.CREATED);
    String second = site.reply(first, text("answer"));
    reading.seen(second, Kind.CREATED);
    String third = site.reply(second, text("doubt"));
    reading.seen(third, Kind.CREATED);
    if (threads()) {
      assertThat(reading.seen(second, Kind.CREATED).parent()).contains(first);
      assertThat(reading.seen(third, Kind.CREATED).parent()).contains(second);
    }
    assertThat(reading.seen(third, Kind.CREATED).post().id()).isEqualTo(site.post());
  }

  @Test
  public void thePostsOfTheAccountAreHandedOverWithEachLaterVersion() {
    if (connector().posts().isEmpty()) {
      return; // the table of platforms says where
    }
    TestSite site = site();
    Reading reading = reading().untilLive();
    reading.later(Duration.ofMinutes(1));
    reading.until("the post is read", () -> !reading.log.posts(site.post()).isEmpty());
    PostSeen post = reading.log.posts(site.post()).get(0);
    assertThat(post.title() + post.text()).isNotBlank();
    assertThat(post.permalink()).isPresent();
    assertThat(post.claimedAt()).isPresent();
    String text = text("changed");
    if (site.editPost(text)) {
      reading.until(
          "the change is read",
          () -> {
            reading.later(Duration.ofMinutes(1));
            return reading.log.posts(site.post()).stream().anyMatch(p -> p.text().contains(text));
          });
    }
  }

  @Test
  public void anEditToAbuseIsFound() {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment(text("innocent"));
    CommentSeen created = reading.seen(id, Kind.CREATED);
    site.edit(id, text("edited to abuse"));
    if (connector().rereads().isZero()) {
      return; // shown only while it is among the newest, which no one can rely on
    }
    CommentSeen edited = reading.seen(id, Kind.EDITED);
    assertThat(edited.text()).contains("edited to abuse");
    assertThat(edited.revision()).isNotEqualTo(created.revision());
    assertThat(edited.key()).isEqualTo(created.key());
  }

  @Test
  public void anInnocentCommentThatIsEditedToAbuseAfter49HoursIsFound() {
    if (connector().rereads().compareTo(CommentSource.EDITS) < 0) {
      return; // the account says how long to look for edits
    }
    TestSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment(text("innocent"));
    reading.seen(id, Kind.CREATED);
    reading.later(Duration.ofHours(49));
    site.edit(id, text("edited to abuse"));
    assertThat(reading.seen(id, Kind.EDITED).text()).contains("edited to abuse");
  }

  @Test
  public void aDeletedCommentIsFoundOut() {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String kept = site.comment(text("kept"));
    String gone = site.comment(text("taken back"));
    reading.seen(kept, Kind.CREATED);
    CommentSeen created = reading.seen(gone, Kind.CREATED);
    site.delete(gone);
    if (connector().rereads().isZero()) {
      reading.seen(site.comment(text("later")), Kind.CREATED);
      assertThat(reading.log.comments(gone)).as("absence is no deletion").hasSize(1);
      return;
    }
    CommentSeen deleted = reading.seen(gone, Kind.DELETED);
    assertThat(deleted.key()).isEqualTo(created.key());
    assertThat(deleted.text()).isEmpty();
    assertThat(reading.log.comments(kept)).hasSize(1);
  }

  @Test
  public void aBurstLosesNoneAndRepeatsNone() {
    TestSite site = site();
    Reading reading = reading().untilLive();
    var burst = CompletableFuture.supplyAsync(() -> site.burst(burst()));
    reading.until("the burst is written", burst::isDone);
    List<String> ids = burst.join();
    assertThat(ids).hasSize(burst()).doesNotHaveDuplicates();
    reading.until("the burst is read", () -> reading.ids().containsAll(ids));
    for (String id : ids) {
      assertThat(reading.log.comments(id)).as(id).hasSize(1);
    }
  }

  @Test
  public void deletionsWhileReadingHideNoOtherComment() {
    TestSite site = site();
    Reading reading = reading().untilLive();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      written.add(site.comment(text("one of many " + i)));
      if (i % 4 == 3) {
        reading.seen(written.get(i - 1), Kind.CREATED);
        site.delete(written.get(i - 1));
      }
    }
    reading.until("all are read", () -> reading.ids().containsAll(written));
  }

  @Test
  public void hostileTextComesAsItsAuthorWroteIt() {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String hostile = "\u202Eevil \u200Bzero \uD83D\uDD2A k\u0456ll =cmd %s ${jndi:x} ";
    String id = site.comment(hostile + System.nanoTime());
    assertThat(reading.seen(id, Kind.CREATED).text()).contains(hostile);
  }
}
