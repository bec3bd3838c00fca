package hallmonitor.standin;

import hallmonitor.standin.web.LoopbackServer;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.Route;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A platform's API on loopback, one request at a time, which fails on demand. */
public abstract class StandIn implements Route, AutoCloseable {
  /**
   * A proxy puts the requested host into it, because signatures cover the host. No platform knows
   * this header.
   */
  public static final String ASKED_HOST = "X-Asked-Host";

  private final StandInHome home;
  private final Optional<LoopbackServer> server;
  private final Supplier<String> url;
  private final List<Kept<?>> kept = new ArrayList<>();
  private final AtomicInteger outages = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final List<String> changes = new ArrayList<>();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile CountDownLatch heldReads = new CountDownLatch(0);
  private volatile CountDownLatch readsCame = new CountDownLatch(0);
  private volatile String heldPath = "";

  StandIn(StandInHome home) throws IOException {
    this.home = home;
    if (home.page().isPresent()) {
      Supplier<String> page = home.page().get();
      server = Optional.empty();
      url = () -> page.get() + StandInHome.API;
    } else {
      LoopbackServer own = LoopbackServer.start(0, "stand-in", request -> handle(request));
      server = Optional.of(own);
      url = own::url;
    }
  }

  /** Answers one request; no other is answered in the meantime. */
  abstract RouteAnswer.Now answer(StandInRequest request) throws IOException;

  /** Opens what the stand-in keeps at its home until it is closed. */
  final <T> Kept<T> keep(String name, Class<T> type) throws IOException {
    Kept<T> opened = home.kept(name, type);
    kept.add(opened);
    return opened;
  }

  /** Returns the address of the API without a trailing slash. */
  public final String url() {
    return url.get();
  }

  /** Returns the address of the page on which people read and write, if there is one. */
  final Optional<String> page() {
    return home.page().map(Supplier::get);
  }

  @Override
  public final RouteAnswer handle(Request asked) throws IOException, InterruptedException {
    StandInRequest request = StandInRequest.of(asked);
    if (takes(outages)) {
      return new RouteAnswer.Now(503, Map.of(), new byte[0]);
    }
    boolean reads = request.method().equals("GET");
    if (!reads) {
      held.await();
    } else if (request.path().equals(heldPath)) {
      readsCame.countDown();
      heldReads.await();
    }
    RouteAnswer.Now answer;
    synchronized (this) {
      answer = answer(request);
    }
    if (reads || answer.status() / 100 != 2) {
      return answer;
    }
    synchronized (changes) {
      changes.add(request.method() + " " + request.path());
    }
    return takes(cuts) ? new RouteAnswer.Cut() : answer;
  }

  private static boolean takes(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  /** Answers the next requests with an error of the server. */
  public final void fail(int requests) {
    outages.set(requests);
  }

  /** Carries out the next changes, but closes their connections without an answer. */
  public final void cutNextChanges(int number) {
    cuts.set(number);
  }

  /** Keeps changes waiting until they are released. */
  public final void holdChanges() {
    held = new CountDownLatch(1);
  }

  /**
   * Keeps reads of a path waiting until they are released; the returned latch opens when one
   * arrives.
   */
  public final CountDownLatch holdReads(String path) {
    heldPath = path;
    heldReads = new CountDownLatch(1);
    readsCame = new CountDownLatch(1);
    return readsCame;
  }

  public final void letReadsGo() {
    heldReads.countDown();
  }

  public final void letChangesGo() {
    held.countDown();
  }

  /** Returns the changes that were carried out, such as {@code POST /comments}. */
  public final List<String> changes() {
    synchronized (changes) {
      return List.copyOf(changes);
    }
  }

  /** Stops what belongs to one platform only; called first. */
  void stop() {}

  @Override
  public final void close() {
    stop();
    server.ifPresent(LoopbackServer::close);
    kept.forEach(Kept::close);
  }
}
