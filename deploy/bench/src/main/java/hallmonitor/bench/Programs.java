package hallmonitor.bench;

import java.util.Optional;
import java.util.stream.Stream;

/** The services of a stack, as their processes' command lines name them. */
final class Programs {
  private Programs() {}

  /** Returns the service that a command line starts; empty if it starts none. */
  static Optional<String> service(String commandLine) {
    return Stream.of("moderation-service", "ingest-service", "notifier-service")
        .filter(commandLine::contains)
        .findFirst();
  }
}
