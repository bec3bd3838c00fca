package hallmonitor.moderation.training.backtest;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A source of past comments, read once and one by one, so that its size does not matter. */
interface History extends AutoCloseable {
  /** Returns a name for the report's heading, such as {@code the archive at ...}. */
  String name();

  /** Returns the number of comments; 0 if not known before the end. */
  long size() throws SQLException;

  void read(Consumer<PastComment> each) throws IOException, SQLException;

  /** Returns the number of lines that could not be read. */
  default long bad() {
    return 0;
  }

  @Override
  void close() throws IOException, SQLException;
}
