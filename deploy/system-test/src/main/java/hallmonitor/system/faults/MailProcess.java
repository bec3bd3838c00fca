package hallmonitor.system.faults;

import hallmonitor.local.LocalParts;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mail server in its own process. Arguments: ready file, folder, SMTP port, web port. */
final class MailProcess {
  private MailProcess() {}

  public static void main(String[] arguments) throws Exception {
    AutoCloseable mailbox =
        new LocalParts()
            .mailbox(
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Path.of(arguments[1]));
    StopSignal.toEnd(mailbox);
    Files.createFile(Path.of(arguments[0]));
    Thread.currentThread().join();
  }
}
