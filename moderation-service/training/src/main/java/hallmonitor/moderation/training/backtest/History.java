package hallmonitor.moderation.training.backtest;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Where past comments come from; read once, one by one, so that its size does not matter. */
interface History extends AutoCloseable {
  /** For the report's heading: such as {@code the archive at ...}. */
  String name();

  /** How many there are; 0 when that is not known before the end. */
  long size() throws SQLException;

  void read(Consumer<PastComment> each) throws IOException, SQLException;

  /** Lines that could not be read. */
  default long bad() {
    return 0;
  }

  @Override
  void close() throws IOException, SQLException;
}
