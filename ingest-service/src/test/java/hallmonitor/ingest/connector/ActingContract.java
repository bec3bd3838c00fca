package hallmonitor.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every connector does, or says that it cannot do. */
public abstract class ActingContract extends ReadingContract {
  @Test
  public void hidingAndRestoringChangeWhatThePublicSeesOrAreRefusedUntouched() throws Exception {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment(text("to be hidden"));
    reading.seen(id, Kind.CREATED);
    Connector connector = connector();
    if (!can().contains(Capability.HIDE)) {
      for (PlatformAction action : List.of(PlatformAction.HIDE, PlatformAction.RESTORE)) {
        assertThat(faultOf(() -> connector.apply(action, id))).isInstanceOf(Fault.Rejected.class);
      }
      assertThat(site.shows(id)).as("nothing is done in place of it").isTrue();
      return;
    }
    assertThat(tried(() -> connector.apply(PlatformAction.HIDE, id)).applied()).isTrue();
    assertThat(connector.observe(id).visibility()).isEqualTo(Visibility.HIDDEN);
    assertThat(site.shows(id)).isFalse();
    assertThat(tried(() -> connector.apply(PlatformAction.HIDE, id)).applied())
        .as("already so")
        .isFalse();
    String later = site.comment(text("written later"));
    reading.seen(later, Kind.CREATED);
    site.edit(later, text("and edited"));
    reading.seen(later, Kind.EDITED); // so a sweep has passed the hidden one
    assertThat(reading.log.comments(id))
        .as("our own hide is no edit")
        .noneMatch(c -> c.kind() == Kind.EDITED);
    assertThat(tried(() -> connector.apply(PlatformAction.RESTORE, id)).applied()).isTrue();
    assertThat(connector.observe(id).visibility()).isEqualTo(Visibility.VISIBLE);
    assertThat(site.shows(id)).isTrue();
  }

  @Test
  public void aHiddenCommentThatAnEditorShowsAgainIsNews() throws Exception {
    Connector connector = connector();
    if (!can().contains(Capability.HIDE) || !connector.tellsVisibility()) {
      return;
    }
    Reading reading = reading().untilLive();
    String id = site().comment(text("hidden and shown again"));
    reading.seen(id, Kind.CREATED);
    tried(() -> connector.apply(PlatformAction.HIDE, id));
    reading.shown(id, Visibility.HIDDEN);
    Connector editor = connector();
    tried(() -> editor.apply(PlatformAction.RESTORE, id));
    reading.shown(id, Visibility.VISIBLE);
    assertThat(reading.log.comments(id))
        .extracting(CommentSeen::kind)
        .containsExactly(Kind.CREATED, Kind.VISIBILITY_CHANGED, Kind.VISIBILITY_CHANGED);
  }

  @Test
  public void deletingIsDoneOrRefusedUntouched() throws Exception {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment(text("to be deleted"));
    reading.seen(id, Kind.CREATED);
    Connector connector = connector();
    if (!can().contains(Capability.DELETE)) {
      assertThat(faultOf(() -> connector.apply(PlatformAction.DELETE, id)))
          .isInstanceOf(Fault.Rejected.class);
      assertThat(site.shows(id)).isTrue();
      return;
    }
    assertThat(tried(() -> connector.apply(PlatformAction.DELETE, id)).applied()).isTrue();
    assertThat(connector.observe(id).visibility()).isEqualTo(Visibility.DELETED);
    assertThat(tried(() -> connector.apply(PlatformAction.DELETE, id)).applied()).isFalse();
  }

  @Test
  public void anAuthorIsBlockedAndUnblockedOnceOrItIsRefused() throws Exception {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String id = site.comment(text("by somebody to be blocked"));
    reading.seen(id, Kind.CREATED);
    Connector connector = connector();
    if (!can().contains(Capability.BLOCK_AUTHOR)) {
      assertThat(faultOf(() -> connector.apply(PlatformAction.BLOCK_AUTHOR, id)))
          .isInstanceOf(Fault.Rejected.class);
      return;
    }
    CommentActions.Applied unblocked;
    try {
      assertThat(tried(() -> connector.apply(PlatformAction.BLOCK_AUTHOR, id)).applied()).isTrue();
      assertThat(tried(() -> connector.apply(PlatformAction.BLOCK_AUTHOR, id)).applied()).isFalse();
      assertThat(site.mayWrite(id)).isFalse();
      if (connector.blocks().isPresent() && listsBlocks()) {
        assertThat(blocked(connector)).contains(reading.log.comments(id).get(0).author().key());
      }
      assertThat(site.shows(id)).as("in view").isNotEqualTo(blockHides());
    } finally { // a block that stays would silence the author in every later test
      unblocked = tried(() -> connector.apply(PlatformAction.UNBLOCK_AUTHOR, id));
    }
    assertThat(unblocked.applied()).isTrue();
    assertThat(tried(() -> connector.apply(PlatformAction.UNBLOCK_AUTHOR, id)).applied()).isFalse();
    assertThat(site.mayWrite(id)).isTrue();
    if (connector.blocks().isPresent() && listsBlocks()) {
      assertThat(blocked(connector)).doesNotContain(reading.log.comments(id).get(0).author().key());
    }
  }

  private static List<String> blocked(Connector connector) throws PlatformException {
    return connector.blocks().orElseThrow().blocks("").authors().stream().map(Author::key).toList();
  }

  @Test
  public void aReplyIsGivenOnceAndReadsAsItWasWrittenOrIsRefused() throws Exception {
    TestSite site = site();
    Reading reading = reading().untilLive();
    String asked = site.comment(text("may I object?"));
    reading.seen(asked, Kind.CREATED);
    Connector connector = connector();
    UUID action = UUID.randomUUID();
    String answer = text("Hidden under 1.1 & open to appeal.");
    if (!can().contains(Capability.REPLY)) {
      assertThat(faultOf(() -> connector.reply(action, asked, answer)))
          .isInstanceOf(Fault.Rejected.class);
      return;
    }
    assertThat(tried(() -> connector.reply(action, asked, answer)).applied()).isTrue();
    assertThat(tried(() -> connector.reply(action, asked, answer)).applied()).as("once").isFalse();
    reading.until("the reply is read", () -> !reading.repliesTo(asked).isEmpty());
    assertThat(reading.repliesTo(asked)).hasSize(1);
    CommentSeen reply = reading.seen(reading.repliesTo(asked).get(0), Kind.CREATED);
    assertThat(reply.text()).endsWith(answer);
    assertThat(reply.author().id()).isPresent();
  }

  @Test
  public void anActionOnAMissingCommentIsGone() {
    for (Capability capability : can()) {
      Connector connector = connector();
      String missing = site().missing();
      assertThat(
              faultOf(
                  () -> {
                    if (capability == Capability.REPLY) {
                      connector.reply(UUID.randomUUID(), missing, "Hello");
                    } else {
                      connector.apply(PlatformAction.valueOf(capability.name()), missing);
                    }
                  }))
          .as("%s", capability)
          .isInstanceOf(Fault.Gone.class);
    }
  }
}
