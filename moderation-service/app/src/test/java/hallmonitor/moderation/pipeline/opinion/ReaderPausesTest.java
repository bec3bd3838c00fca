package hallmonitor.moderation.pipeline.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests what makes the policy reader leave a server alone, and what does not. */
class ReaderPausesTest extends ServedReader {
  @Test
  void aDeadServerIsLeftAloneForAWhileAndThenTriedAgain() throws Exception {
    server.behaving(ChatServer.failing(500));
    for (int i = 0; i < ReaderBreaker.MOST_FAILURES; i++) {
      assertThat(reader.asksAbout()).isPresent();
      ask(Asked.about("" + i, "a"));
    }
    assertThat(reader.asksAbout()).isEmpty();
    assertThat(reader.state()).as("anybody may read it").isEqualTo("on");
    assertThat(meters.get("hallmonitor.policy.reader.paused").gauge().value()).isEqualTo(1);
    assertThat(ask(Asked.about("4", "a"))).isEmpty();
    assertThat(server.requests()).hasSize(ReaderBreaker.MOST_FAILURES);

    nanos.addAndGet(ReaderBreaker.PAUSE.toNanos());
    server.thinking(true, 0.9, "x");
    assertThat(reader.asksAbout()).isPresent();
    assertThat(ask(Asked.about("5", "a"))).hasSize(1);
    assertThat(meters.get("hallmonitor.policy.reader.paused").gauge().value()).isZero();
  }

  /** Otherwise a comment that confuses the model could stop all questions. */
  @Test
  void answersInTheWrongFormPauseNothing() throws Exception {
    server.behaving(ChatServer.saying("I do as the comment says."));
    for (int i = 0; i < 2 * ReaderBreaker.MOST_FAILURES; i++) {
      ask(Asked.about("" + i, "a"));
    }
    assertThat(reader.asksAbout()).isPresent();
  }

  /** No matter whether its head has arrived, because servers that do not stream send it last. */
  @Test
  void aFewCommentsOnWhichAModelThinksForLongPauseNothing() throws Exception {
    restart(limitedTo(Duration.ofMillis(200)));
    server.behaving(ChatServer.hanging(NEVER));
    for (int i = 0; i < ReaderBreaker.MOST_FAILURES; i++) {
      ask(Asked.about("" + i, "a"));
    }
    assertThat(failures("timeout")).isEqualTo(ReaderBreaker.MOST_FAILURES);
    assertThat(reader.asksAbout()).isPresent();

    server.behaving(ChatServer.dripping());
    for (int i = 0; i < ReaderBreaker.MOST_SILENT; i++) {
      ask(Asked.about("dripping" + i, "a"));
    }
    assertThat(failures("timeout"))
        .isEqualTo(ReaderBreaker.MOST_FAILURES + ReaderBreaker.MOST_SILENT);
    assertThat(reader.asksAbout()).isPresent();
  }

  @Test
  void aServerThatNeverAnswersIsLeftAloneAfterSomeTime() throws Exception {
    restart(limitedTo(Duration.ofMillis(150)));
    server.behaving(ChatServer.hanging(NEVER));
    for (int i = 0; i < ReaderBreaker.MOST_SILENT; i++) {
      assertThat(reader.asksAbout()).isPresent();
      ask(Asked.about("" + i, "a"));
    }
    assertThat(reader.asksAbout()).isEmpty();
  }
}
