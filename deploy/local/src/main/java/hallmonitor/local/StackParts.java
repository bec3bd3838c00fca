package hallmonitor.local;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What runs beside the database and the services: in the launcher's own process, or, in a test that
 * kills them, in processes of their own.
 */
public interface StackParts {
  /** A broker with its topics, on 127.0.0.1. */
  AutoCloseable broker(Path data, int port, int controllerPort);

  /**
   * @param credential {@code user:application password} that the WordPress connector signs in with
   */
  AutoCloseable practice(int port, Path data, String credential) throws IOException;

  AutoCloseable mailbox(int smtpPort, int webPort, Path data) throws IOException;
}
