package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** As many rows as a large district has, for the tests of a query. */
public final class ManyRows {
  private ManyRows() {}

  /**
   * Fills the tables and runs the test, in a transaction that is rolled back: other tests see
   * nothing of it, and some of the tables can only be appended to.
   */
  public static void with(ConsoleDatabase database, String script, Consumer<Handle> look) {
    database.read(
        h -> {
          h.begin();
          try {
            h.createScript(script).execute();
            look.accept(h);
          } finally {
            h.rollback();
          }
          return 1;
        });
  }
}
