package hallmonitor.exporter;

/**
 * Thrown if an export was begun with another version of the database, or has another form: it must
 * begin again.
 */
public final class OtherVersion extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates one with a sentence for people. */
  OtherVersion(String sentence) {
    super(sentence);
  }
}
