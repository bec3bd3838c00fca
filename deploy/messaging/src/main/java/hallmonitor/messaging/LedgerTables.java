package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The DDL of the evidence ledger. A database administrator creates the ledger with a separate owner
 * role; otherwise the notifier creates it in its own schema and logs what to do.
 */
public final class LedgerTables {
  /** Schema of a ledger with a separate owner. */
  public static final String KEEPERS_SCHEMA = "evidence";

  private LedgerTables() {}

  /**
   * Returns statements that create the tables in the first schema of the search path; safe to
   * repeat.
   */
  public static String statements() {
    return text("ledger.sql");
  }

  /**
   * Returns statements that create role, schema and tables, and that let the existing role {@code
   * notifier} add and read. To be run by a role that may create roles and schemas; safe to repeat.
   */
  public static String keeperStatements() {
    return keeperStatements("notifier");
  }

  /**
   * Returns the same for a notifier that has another role.
   *
   * @param notifier a name that needs no quoting
   */
  public static String keeperStatements(String notifier) {
    return text("ledger-keeper-before.sql")
        + statements()
        + text("ledger-keeper-after.sql").replace("{notifier}", notifier);
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
