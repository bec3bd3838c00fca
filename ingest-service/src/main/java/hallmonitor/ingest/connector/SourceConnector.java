package hallmonitor.ingest.connector;

import hallmonitor.contract.event.CredentialResult.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A connector that leaves all reading to its own source. */
public abstract class SourceConnector implements Connector {
  private final CommentSource reading;
  private final Optional<PushSource> push;

  protected SourceConnector(CommentSource reading) {
    this(reading, Optional.empty());
  }

  protected SourceConnector(CommentSource reading, Optional<PushSource> push) {
    this.reading = reading;
    this.push = push;
  }

  @Override
  public final Optional<PushSource> push() {
    return push;
  }

  @Override
  public final Optional<Identity> verifyAuth() throws PlatformException {
    return reading.verifyAuth();
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
  public final Duration rereads() {
    return reading.rereads();
  }

  @Override
  public final Optional<PostSource> posts() {
    return reading.posts();
  }

  @Override
  public final Optional<ProfileSource> profile() {
    return reading.profile();
  }

  @Override
  public final boolean tellsVisibility() {
    return reading.tellsVisibility();
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
