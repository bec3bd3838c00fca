package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.messaging.LogLines;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Keeps each message of this service's log on one line, those of exceptions included. */
@LoggingFilter(name = "one-line")
public final class ModerationLogFilter implements Filter {
  private final Formatter messages = new PatternFormatter("%s");

  @Override
  public boolean isLoggable(LogRecord record) {
    String message = messages.format(record);
    if (record instanceof ExtLogRecord line && LogLines.needsEncoding(message)) {
      line.setMessage(LogLines.encoded(message), FormatStyle.NO_FORMAT);
    }
    if (record.getThrown() != null) {
      record.setThrown(LogLines.encoded(record.getThrown()));
    }
    return true;
  }
}
