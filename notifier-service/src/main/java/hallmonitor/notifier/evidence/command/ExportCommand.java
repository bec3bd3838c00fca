package hallmonitor.notifier.evidence.command;

import hallmonitor.notifier.evidence.ledger.LedgerLine;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.verify.LedgerRows;
import hallmonitor.settings.tool.DatabaseOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes the ledger unchanged, one record per line. */
@Command(name = "export", description = "Writes the ledger as NDJSON.%n")
final class ExportCommand implements Callable<Integer> {
  private static final int BUFFER_BYTES = 1 << 16;

  @ParentCommand private EvidenceCommand evidence;
  @Mixin private DatabaseOptions ledger = new DatabaseOptions("notifier");

  @Option(
      names = "--out",
      paramLabel = "FILE.ndjson",
      description = "the file to write (standard output)")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException, SQLException {
    try (Connection connection = ledger.address(evidence.environment()).open();
        OutputStream out = out()) {
      LedgerRows.each(connection, LedgerTable.in(connection), "", record -> write(record, out));
    }
    return 0;
  }

  private OutputStream out() throws IOException {
    return file == null
        ? evidence.out()
        : new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
  }

  private static boolean write(SealedRecord record, OutputStream out) {
    try {
      LedgerLine.write(record, out);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
