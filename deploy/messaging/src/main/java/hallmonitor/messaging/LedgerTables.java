package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The statements that make the ledger of evidence. Whoever runs the database makes it with a keeper
 * of its own; where nobody did, the notifier makes it in its own schema, and says what to do.
 */
public final class LedgerTables {
  /** The schema of a ledger that has a keeper. */
  public static final String KEEPERS_SCHEMA = "evidence";

  private LedgerTables() {}

  /** Makes the tables in the first schema of the search path; safe to repeat. */
  public static String statements() {
    return text("ledger.sql");
  }

  /**
   * Makes role, schema and tables, and lets the role {@code notifier}, which must exist, add and
   * read. For a role that may create roles and schemas; safe to repeat.
   */
  public static String keeperStatements() {
    return text("ledger-keeper-before.sql") + statements() + text("ledger-keeper-after.sql");
  }

  private static String text(String name) {
    try (InputStream file = LedgerTables.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing in the build");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
