package hallmonitor.ingest.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.EventJson;
import hallmonitor.ingest.account.CommentLog.Entry;
import hallmonitor.ingest.account.KnownComment;
import hallmonitor.ingest.connector.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightingChangesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final SightingChanges changes = telling(true);

  private static SightingChanges telling(boolean visibility) {
    return new SightingChanges(
        "scripted", "site", Names.FREE, NOW, NOW, NOW.minus(Duration.ofDays(60)), visibility);
  }

  private static Sighting saying(String text) {
    return ScriptedSource.comment("1", text, NOW);
  }

  private Entry change(Optional<KnownComment> known, Sighting seen) {
    return changes.of(known, seen, Lane.LIVE).orElseThrow();
  }

  @Test
  void aRevisionIsNamedByTheHistoryOfTheText() {
    // printf '\nhello' | sha256sum | cut -c1-16
    assertThat(Revision.of("", "hello")).isEqualTo("a1ad92f331dce2e0");
    Entry created = change(Optional.empty(), saying("a"));
    Entry edited = change(created.remember(), saying("b"));
    Entry back = change(edited.remember(), saying("a"));
    assertThat(created.comment().kind()).isEqualTo(Kind.CREATED);
    assertThat(back.comment().kind()).isEqualTo(Kind.EDITED);
    assertThat(back.comment().revision())
        .isNotEqualTo(created.comment().revision())
        .isEqualTo(Revision.of(edited.comment().revision(), "a"));
  }

  private static Sighting hidden(String text) {
    return ScriptedSource.as(Visibility.HIDDEN, saying(text));
  }

  @Test
  void whetherReadersSeeItIsNewsOnceAndNoEdit() {
    Entry created = change(Optional.empty(), saying("a"));
    Entry hidden = change(created.remember(), hidden("a"));
    assertThat(hidden.comment().kind()).isEqualTo(Kind.VISIBILITY_CHANGED);
    assertThat(hidden.comment().visibility()).isEqualTo(Visibility.HIDDEN);
    assertThat(hidden.comment().revision()).isEqualTo(created.comment().revision());
    assertThat(changes.of(hidden.remember(), hidden("a"), Lane.RECONCILE)).isEmpty();
    assertThat(change(hidden.remember(), hidden("b")).comment().kind()).isEqualTo(Kind.EDITED);
  }

  @Test
  void whereThePlatformDoesNotTellWhatIsHiddenNoStateIsNews() {
    Entry created = change(Optional.empty(), saying("a"));
    assertThat(telling(false).of(created.remember(), hidden("a"), Lane.RECONCILE)).isEmpty();
  }

  @Test
  void aCommentRememberedBeforeStatesWereKeptCountsAsVisible() {
    KnownComment old =
        EventJson.read(
            "{\"previous\":\"\",\"revision\":\"r\",\"post\":\"7\",\"claimedAt\":\"2026-11-25T12:00:00Z\"}"
                .getBytes(UTF_8),
            KnownComment.class);
    assertThat(old.visibility()).isEqualTo(Visibility.VISIBLE);
  }

  @Test
  void anEditBackIsSeenThoughTheTextIsAnOldOne() {
    Entry created = change(Optional.empty(), saying("a"));
    Entry edited = change(created.remember(), saying("b"));
    assertThat(changes.of(edited.remember(), saying("b"), Lane.LIVE)).isEmpty();
    assertThat(changes.of(edited.remember(), saying("a"), Lane.LIVE)).isPresent();
  }

  @Test
  void aCommentOfLongAgoIsPublishedAndNotRemembered() {
    Sighting old = ScriptedSource.comment("1", "a", NOW.minus(Duration.ofDays(100)));
    assertThat(change(Optional.empty(), old).remember()).isEmpty();
  }

  @Test
  void everyEventSaysWhatNamesItsAccountHas() {
    Entry created = change(Optional.empty(), saying("a"));
    assertThat(created.comment().names()).contains(Names.FREE);
    assertThat(change(created.remember(), saying("b")).comment().names()).contains(Names.FREE);
    assertThat(changes.deleted("1", created.remember().orElseThrow()).comment().names())
        .contains(Names.FREE);
  }

  @Test
  void aDeletionIsARevisionOfItsOwnUnderTheSamePost() {
    KnownComment known = change(Optional.empty(), saying("a")).remember().orElseThrow();
    Entry deleted = changes.deleted("1", known);
    assertThat(deleted.comment().kind()).isEqualTo(Kind.DELETED);
    assertThat(deleted.comment().key()).isEqualTo("site/7");
    assertThat(deleted.comment().revision()).isEqualTo(Revision.of(known.revision(), ""));
  }
}
