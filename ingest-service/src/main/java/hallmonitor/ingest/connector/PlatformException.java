package hallmonitor.ingest.connector;

/** Carries a {@link Fault} out of a connector. */
public final class PlatformException extends Exception {
  private final transient Fault fault;

  public PlatformException(Fault fault) {
    super(fault.sentence());
    this.fault = fault;
  }

  public PlatformException(Fault fault, Throwable cause) {
    super(fault.sentence(), cause);
    this.fault = fault;
  }

  /** Returns a refusal, with one sentence that says what to do instead. */
  public static PlatformException rejected(String sentence) {
    return new PlatformException(new Fault.Rejected(sentence));
  }

  public Fault fault() {
    return fault;
  }
}
