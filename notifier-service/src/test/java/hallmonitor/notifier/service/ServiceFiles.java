package hallmonitor.notifier.service;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.notifier.Districts;
import hallmonitor.testparts.TestMailServer;
import hallmonitor.testparts.TestPorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder with a district.yaml, a mail server and a reverse proxy for the service under test. */
public final class ServiceFiles implements QuarkusTestResourceLifecycleManager {
  private GreenMail mailServer;

  @Override
  public Map<String, String> start() {
    mailServer = TestMailServer.on(TestPorts.one());
    try {
      Path folder = Files.createTempDirectory("notifier-config-");
      Files.writeString(folder.resolve("district.yaml"), Districts.text());
      return Map.of(
          "hallmonitor.config-dir",
          folder.toString(),
          "hallmonitor.secrets-dir",
          folder.resolve("secrets").toString(),
          "hallmonitor.evidence.checkpoints-dir",
          folder.resolve("checkpoints").toString(),
          "hallmonitor.mail.port",
          Integer.toString(mailServer.getSmtp().getPort()),
          "quarkus.http.proxy.proxy-address-forwarding",
          "true",
          "quarkus.http.proxy.trusted-proxies",
          "127.0.0.1,::1/128",
          "hallmonitor.mail.from",
          "Hall Monitor <monitor@cedar.example>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives tests the mail server, for a field of its type. */
  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(mailServer, new TestInjector.MatchesType(GreenMail.class));
  }

  @Override
  public void stop() {
    if (mailServer != null) { // another resource may have failed first
      mailServer.stop();
    }
  }
}
