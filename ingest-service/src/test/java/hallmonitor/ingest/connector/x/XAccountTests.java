package hallmonitor.ingest.connector.x;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.standin.XStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A connector to X, with a clock and a secret of the test. */
abstract class XAccountTests {
  volatile Instant now = Instant.parse("2026-11-20T20:00:00Z");
  volatile String secret;
  final RateBudget budget = new RateBudget(10_000, 10_000, () -> 0);
  XStandIn x;

  @BeforeEach
  void start() throws IOException {
    x = new XStandIn(() -> now);
    secret = x.secret();
  }

  @AfterEach
  void stop() {
    x.close();
  }

  Connector connector(long dollars) {
    return connector(dollars, budget);
  }

  Connector connector(long dollars, RateBudget of) {
    return connector(PlatformHttp.ANSWER, dollars, of);
  }

  Connector connector(Duration answerWithin, long dollars, RateBudget of) {
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> secret);
    return new XPlatform(answerWithin, () -> now, dollars)
        .connect(new Access("district", URI.create(x.url()), "credential", secrets, of));
  }

  static Fault faultOf(ThrowingCallable call) {
    return catchThrowableOfType(PlatformException.class, call).fault();
  }

  /** Continues reading until a run ends, and returns the cursor. */
  static String run(Connector connector, String cursor) throws Exception {
    CommentPage page = connector.poll(cursor);
    while (page.more()) {
      page = connector.poll(page.next());
    }
    return page.next();
  }
}
