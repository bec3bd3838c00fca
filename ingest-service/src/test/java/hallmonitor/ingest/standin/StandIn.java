package hallmonitor.ingest.standin;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A platform's API on loopback, which fails on demand. */
public abstract class StandIn implements AutoCloseable {
  /**
   * A proxy puts the requested host into it, because signatures cover the host. No platform knows
   * this header.
   */
  public static final String ASKED_HOST = "X-Asked-Host";

  private final StandInServer server;

  StandIn() throws IOException {
    server = new StandInServer(request -> answer(request));
  }

  /** Answers one request; no other is answered in the meantime. */
  abstract StandInAnswer answer(StandInRequest request) throws IOException;

  /** Returns what visitors do. */
  public abstract Visitors visitors();

  public final String url() {
    return server.url();
  }

  /** Answers the next requests with an error of the server. */
  public final void fail(int requests) {
    server.fail(requests);
  }

  /** Carries out the next changes, but closes their connections without an answer. */
  public final void cutNextChanges(int number) {
    server.cutNextChanges(number);
  }

  /** Keeps changes waiting until they are released. */
  public final void holdChanges() {
    server.holdChanges();
  }

  /**
   * Keeps reads of a path waiting until they are released; the returned latch opens when one
   * arrives.
   */
  public final CountDownLatch holdReads(String path) {
    return server.holdReads(path);
  }

  public final void letReadsGo() {
    server.letReadsGo();
  }

  public final void letChangesGo() {
    server.letChangesGo();
  }

  /** Returns the changes that were carried out, such as {@code POST /comments}. */
  public final List<String> changes() {
    return server.changes();
  }

  @Override
  public final void close() {
    server.close();
  }
}
