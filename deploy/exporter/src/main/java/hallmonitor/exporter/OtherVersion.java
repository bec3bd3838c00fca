package hallmonitor.exporter;

/** Thrown if an export was begun with another version of the database: it must begin again. */
public final class OtherVersion extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
