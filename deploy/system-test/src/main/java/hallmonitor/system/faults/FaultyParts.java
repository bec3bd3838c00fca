package hallmonitor.system.faults;

import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.FreePorts;
import hallmonitor.local.StackParts;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.local.practice.PracticePage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs broker and mail server in their own processes, and broker and platform behind links; the
 * practice page is the platform.
 */
final class FaultyParts implements StackParts, AutoCloseable {
  private static final String NOT_BEFORE = "nothing is disturbed before the start";

  private @Nullable FaultyLink brokerLink;
  private @Nullable FaultyLink platformLink;
  private @Nullable ChildJvm broker;
  private @Nullable ChildJvm mail;
  private @Nullable PracticePage platform;

  @Override
  public AutoCloseable broker(Path data, int port, int controllerPort, BrokerAccess access) {
    int behind = FreePorts.one();
    brokerLink = new FaultyLink(port, behind);
    ChildJvm started =
        new ChildJvm(
                BrokerProcess.class,
                data.resolveSibling("faults"),
                List.of(
                    data.toString(),
                    Integer.toString(behind),
                    Integer.toString(controllerPort),
                    Integer.toString(port)))
            .withSecrets(BrokerProcess.secrets(access))
            .start();
    broker = started;
    return started;
  }

  @Override
  public PracticePage practice(int port, Path data, PracticeAccounts accounts) throws IOException {
    // It answers only where it believes to be, so it listens at the same port of another address.
    InetAddress behind = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    platformLink = new FaultyLink(port, new InetSocketAddress(behind, port));
    PracticePage started = PracticePage.start(behind, port, data, accounts);
    platform = started;
    return started;
  }

  @Override
  public AutoCloseable mailbox(int smtpPort, int webPort, Path data) {
    ChildJvm started =
        new ChildJvm(
                MailProcess.class,
                data.resolveSibling("faults"),
                List.of(data.toString(), Integer.toString(smtpPort), Integer.toString(webPort)))
            .start();
    mail = started;
    return started;
  }

  FaultyLink brokerLink() {
    return Objects.requireNonNull(brokerLink, NOT_BEFORE);
  }

  FaultyLink platformLink() {
    return Objects.requireNonNull(platformLink, NOT_BEFORE);
  }

  ChildJvm broker() {
    return Objects.requireNonNull(broker, NOT_BEFORE);
  }

  ChildJvm mail() {
    return Objects.requireNonNull(mail, NOT_BEFORE);
  }

  PracticePage platform() {
    return Objects.requireNonNull(platform, NOT_BEFORE);
  }

  @Override
  public void close() {
    Endings endings = new Endings();
    Stream.of(brokerLink, platformLink).filter(Objects::nonNull).forEach(endings::add);
    endings.close();
  }
}
