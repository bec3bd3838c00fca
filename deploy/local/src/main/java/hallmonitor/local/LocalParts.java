package hallmonitor.local;

import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.BrokerRules;
import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.PipelineTopics;
import hallmonitor.local.mailbox.Mailbox;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.local.practice.PracticePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Runs the broker, the practice page and the mailbox in this process. */
public final class LocalParts implements StackParts {
  @Override
  public AutoCloseable broker(Path data, int port, int controllerPort, BrokerAccess access) {
    EmbeddedKafka kafka = EmbeddedKafka.start(data, port, controllerPort, access);
    try {
      Map<String, Object> owner = access.owner(kafka.bootstrapServers());
      PipelineTopics.createOn(owner);
      BrokerRules.setOn(owner);
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
    return kafka;
  }

  @Override
  public PracticePage practice(int port, Path data, PracticeAccounts accounts) throws IOException {
    return PracticePage.start(port, data, accounts);
  }

  @Override
  public AutoCloseable mailbox(int smtpPort, int webPort, Path data) throws IOException {
    return Mailbox.start(smtpPort, webPort, data);
  }
}
