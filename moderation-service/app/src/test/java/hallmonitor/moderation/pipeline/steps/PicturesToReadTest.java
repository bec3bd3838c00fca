package hallmonitor.moderation.pipeline.steps;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.CommentSeen;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Comments without a picture cost no statement. */
class PicturesToReadTest {
  private static final BatchTraces NONE = new BatchTraces(List.of());

  /** Refuses every statement. */
  private final PicturesToRead pictures =
      new PicturesToRead(
          (Connection)
              Proxy.newProxyInstance(
                  Connection.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) -> {
                    throw new AssertionError("the database was asked");
                  }));

  private static List<CommentUpdate> updates(List<String> attachments) {
    CommentSeen seen = aComment("17").event();
    CommentSeen pictured =
        new CommentSeen(
            seen.comment(),
            seen.revision(),
            seen.kind(),
            seen.post(),
            seen.parent(),
            seen.author(),
            seen.text(),
            seen.visibility(),
            attachments,
            seen.permalink(),
            seen.claimedAt(),
            seen.observedAt(),
            seen.lane(),
            seen.raw(),
            seen.names());
    return UpdateFilter.updates(List.of(pictured), BatchContext.EMPTY, Duration.ZERO);
  }

  private static List<CommentVerdict> judged(List<CommentUpdate> updates) {
    return updates.stream()
        .map(update -> new CommentVerdict(update, Optional.empty(), OptionalDouble.empty()))
        .toList();
  }

  @Test
  void withoutAPictureTheDatabaseIsNotAsked() throws Exception {
    List<CommentUpdate> updates = updates(List.of());

    pictures.add(judged(updates), NONE, NOON);
    assertThat(pictures.heard(updates)).isEqualTo(updates);
    pictures.judged(judged(updates));
  }

  @Test
  void withAPictureItIs() {
    List<CommentUpdate> updates = updates(List.of("https://pictures.example/a.png"));

    assertThatThrownBy(() -> pictures.add(judged(updates), NONE, NOON))
        .hasMessage("the database was asked");
    assertThatThrownBy(() -> pictures.heard(updates)).hasMessage("the database was asked");
  }
}
