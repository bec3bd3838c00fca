package hallmonitor.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.standin.StandIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs the contract against a stand-in, and tests that need a platform that fails on demand.
 *
 * @param <S> the stand-in
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StandInContract<S extends StandIn> extends ConnectorContract {
  protected S standIn;
  protected StandInSite site;

  protected abstract S start() throws IOException;

  protected abstract StandInSite describe(S started);

  @BeforeAll
  void begin() throws IOException {
    standIn = start();
    site = describe(standIn);
  }

  @AfterAll
  void end() {
    standIn.close();
  }

  @Override
  protected final StandInSite site() {
    return site;
  }

  @Test
  public void anOutageIsTriedAgain() throws Exception {
    Connector connector = connector();
    String cursor = connector.poll("").next();
    standIn.fail(1);
    assertThat(faultOf(() -> connector.poll(cursor))).isInstanceOf(Fault.Transient.class);
    connector.poll(cursor);
  }

  /** Like the engine: after an unknown outcome it checks the state, and acts again if necessary. */
  @Test
  public void aHideWhoseAnswerIsLostIsCarriedOutInTheEnd() throws Exception {
    String id = site.comment(text("to be hidden"));
    Connector connector = connector();
    connector.verifyAuth();
    standIn.cutNextChanges(1);
    assertThat(faultOf(() -> connector.apply(PlatformAction.HIDE, id)))
        .isInstanceOf(Fault.Transient.class);
    if (!connector.observe(id).satisfies(PlatformAction.HIDE)) {
      connector.apply(PlatformAction.HIDE, id);
    }
    assertThat(site.shows(id)).isFalse();
    assertThat(connector.observe(id).satisfies(PlatformAction.HIDE)).isEqualTo(tells());
  }

  /** Returns whether the platform shows the state of a comment. */
  protected boolean tells() {
    return true;
  }

  /**
   * Writes more replies to a comment than the platform's list shows, and expects all of them to be
   * read, one edited and one deleted.
   *
   * @param edited which reply is edited, from 0
   * @param deleted which one is deleted
   */
  protected final void assertThatRepliesLeftOutOfTheListAreKnown(
      Reading reading, String first, int count, int edited, int deleted) {
    List<String> replies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      replies.add(site().reply(first, text("answer " + i)));
    }
    reading.until("all are read", () -> reading.ids().containsAll(replies));
    site().edit(replies.get(edited), text("edited to abuse"));
    assertThat(reading.seen(replies.get(edited), Kind.EDITED).text()).contains("edited to abuse");
    site().delete(replies.get(deleted));
    reading.seen(replies.get(deleted), Kind.DELETED);
  }

  /** Where an answer goes with what it answers. */
  protected final void assertThatWithACommentItsAnswersAreFoundDeleted() {
    Reading reading = reading().untilLive();
    String first = site.comment(text("question"));
    String answer = site.reply(first, text("answer"));
    reading.seen(answer, Kind.CREATED);
    site.delete(first);
    reading.seen(first, Kind.DELETED);
    reading.seen(answer, Kind.DELETED);
  }
}
