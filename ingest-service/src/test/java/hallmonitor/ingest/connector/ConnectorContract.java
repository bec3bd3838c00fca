package hallmonitor.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.FaultyProxy.Said;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every connector and the engine do together, on a stand-in or on the real platform: reading,
 * acting, and here what goes wrong. Sites may contain comments of earlier tests.
 */
public abstract class ConnectorContract extends ActingContract {
  @Test
  public void aWrongCredentialIsALostSignInAndNeverAnEmptyPage() {
    String id = site().comment(text("not to be touched"));
    Connector connector = connector(site().wrongCredential());
    assertThat(faultOf(connector::verifyAuth)).isInstanceOf(Fault.AuthLost.class);
    assertThat(faultOf(() -> connector.poll(""))).isInstanceOf(Fault.AuthLost.class);
    for (Capability capability : can()) {
      if (capability != Capability.REPLY) {
        assertThat(faultOf(() -> connector.apply(PlatformAction.valueOf(capability.name()), id)))
            .isInstanceOf(Fault.AuthLost.class);
      }
    }
  }

  @Test
  public void aThrottledCallSaysHowLongToWaitAndTheNextOneGoesOn() throws Exception {
    try (FaultyProxy proxy = new FaultyProxy(site().url())) {
      Connector connector = through(proxy);
      connector.verifyAuth();
      proxy.say(new Said(429, Map.of("Retry-After", "7"), "{}"));
      assertThat(faultOf(() -> connector.poll("")))
          .isInstanceOfSatisfying(
              Fault.Throttled.class,
              t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
      connector.poll("");
    }
  }

  @Test
  public void garbageOfAnyKindIsTriedAgain() throws Exception {
    List<Said> garbage =
        List.of(
            new Said(200, Map.of(), "<html>maintenance</html>"),
            new Said(200, Map.of(), ""),
            new Said(200, Map.of(), "\"" + "x".repeat(17 * 1024 * 1024) + "\""),
            new Said(500, Map.of(), "<html>error</html>"),
            new Said(502, Map.of(), ""));
    try (FaultyProxy proxy = new FaultyProxy(site().url())) {
      Connector connector = through(proxy);
      String cursor = connector.poll("").next();
      for (Said answer : garbage) {
        proxy.say(answer);
        assertThat(faultOf(() -> connector.poll(cursor)))
            .as("%d with %d bytes", answer.status(), answer.body().length())
            .isInstanceOf(Fault.Transient.class);
        connector.poll(cursor);
      }
    }
  }

  @Test
  public void aRedirectIsNotFollowedAndSaysWhatToChange() throws Exception {
    try (FaultyProxy elsewhere = new FaultyProxy(site().url());
        FaultyProxy proxy = new FaultyProxy(site().url())) {
      Connector connector = through(proxy);
      connector.verifyAuth();
      proxy.say(new Said(302, Map.of("Location", elsewhere.url(site().url())), ""));
      Fault fault = faultOf(() -> connector.poll(""));
      assertThat(fault).isInstanceOf(Fault.Transient.class);
      assertThat(fault.sentence()).contains("base-url");
      assertThat(elsewhere.requests()).as("a credential goes to its host only").isZero();
    }
  }

  @Test
  public void aServerThatIsNotThereIsUnreachable() throws IOException {
    FaultyProxy proxy = new FaultyProxy(site().url());
    Connector connector = through(proxy);
    proxy.close();
    assertThat(faultOf(() -> connector.poll(""))).isInstanceOf(Fault.Transient.class);
  }

  private Connector through(FaultyProxy proxy) {
    return connector(proxy.url(site().url()), site().credential(), Duration.ofSeconds(20));
  }
}
