package hallmonitor.ingest.stream;

/** Receives what happens on streams. Must be quick and must not throw. */
public interface StreamListener {
  /** Called when an account's stream told of something to read. */
  void news(String account);

  /**
   * Called when the number of accounts that hear their stream may have changed.
   *
   * @param accounts so many hear theirs
   */
  void hearing(int accounts);
}
