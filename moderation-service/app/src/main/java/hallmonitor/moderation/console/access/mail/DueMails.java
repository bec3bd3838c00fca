package hallmonitor.moderation.console.access.mail;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Empties a queue of mails a part at a time, so that a long one holds up nothing else. */
public final class DueMails {
  private static final int MOST_AT_ONCE = 20;

  private DueMails() {}

  /**
   * Sends what is due.
   *
   * @param take gives one mail and postpones it in case this attempt is lost; empty if none is due
   */
  public static <T> void send(Supplier<Optional<T>> take, Consumer<T> send) {
    for (int sent = 0; sent < MOST_AT_ONCE; sent++) {
      Optional<T> due = take.get();
      if (due.isEmpty()) {
        return;
      }
      send.accept(due.get());
    }
  }
}
