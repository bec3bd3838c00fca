package hallmonitor.notifier.evidence.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.LedgerRoom;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The evidence command, with what its last run said. */
final class HeardCommand {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** Runs it on a database and on a folder of the service. */
  int run(LedgerRoom room, Path data, String... arguments) {
    return run(
        Map.of("QUARKUS_DATASOURCE_PASSWORD", LedgerRoom.password()),
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--data", data.toString(), "--database", room.jdbcUrl()))
            .toList());
  }

  int run(Map<String, String> environment, List<String> arguments) {
    said.reset();
    PrintStream out = new PrintStream(said, true, UTF_8);
    return EvidenceCommand.run(arguments, environment::get, out, out);
  }

  String words() {
    return said.toString(UTF_8);
  }
}
