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

  public Fault fault() {
    return fault;
  }
}
