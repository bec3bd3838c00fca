package hallmonitor.ingest.connector;

import java.time.Instant;
import java.util.Optional;

/** A connector that leaves all reading to a source of its own. */
public abstract class SourceConnector implements Connector {
  private final CommentSource reading;

  protected SourceConnector(CommentSource reading) {
    this.reading = reading;
  }

  @Override
  public final void verifyAuth() throws PlatformException {
    reading.verifyAuth();
  }

  @Override
  public final CommentPage poll(String cursor) throws PlatformException {
    return reading.poll(cursor);
  }

  @Override
  public final CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    return reading.reconcile(span, cursor);
  }

  @Override
  public final CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    return reading.backfill(notBefore, cursor);
  }

  @Override
  public final Optional<String> warning() {
    return reading.warning();
  }

  @Override
  public final Optional<Sighting> look(String id) throws PlatformException {
    return reading.look(id);
  }
}
