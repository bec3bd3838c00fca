package hallmonitor.ingest.connector;

/** Reads what an account says about itself. Called by the thread that reads its comments. */
@FunctionalInterface
public interface ProfileSource {
  /** Asks the platform. Without an answer there is no profile: silence says nothing of a page. */
  AccountProfile profile() throws PlatformException;
}
