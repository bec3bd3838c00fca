package hallmonitor.messaging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a log shows of an exception with text that would not stay on its line: the same trace, with
 * the text encoded. Else a value in it could begin a line that looks like another message.
 */
final class OneLineFailure extends Throwable {
  private static final long serialVersionUID = 1L;

  private OneLineFailure(Throwable original, Set<Throwable> seen) {
    // With the original's class, which a log in JSON would not show otherwise.
    super(LogLines.encoded(text(original).orElse(original.getClass().getName())));
    setStackTrace(original.getStackTrace());
    if (original.getCause() != null && seen.add(original.getCause())) {
      initCause(new OneLineFailure(original.getCause(), seen));
    }
    for (Throwable suppressed : original.getSuppressed()) {
      if (seen.add(suppressed)) {
        addSuppressed(new OneLineFailure(suppressed, seen));
      }
    }
  }

  /** Returns the exception itself if it and what it was caused by stay on their lines. */
  static Throwable of(Throwable original) {
    return needsEncoding(original, identities())
        ? new OneLineFailure(original, identities())
        : original;
  }

  private static boolean needsEncoding(Throwable one, Set<Throwable> seen) {
    return seen.add(one)
        && (text(one).map(LogLines::needsEncoding).orElse(true)
            || Stream.concat(Stream.ofNullable(one.getCause()), Stream.of(one.getSuppressed()))
                .anyMatch(inner -> needsEncoding(inner, seen)));
  }

  /** Returns what it says of itself; empty if it fails at that, which must not fail its caller. */
  private static Optional<String> text(Throwable one) {
    try {
      return Optional.ofNullable(one.toString());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Set<Throwable> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** The original's text stands for its class, too. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return String.valueOf(getMessage());
  }
}
