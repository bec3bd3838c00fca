package hallmonitor.local;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What runs inside the launcher beside broker and database: apart, so that the launcher's tests
 * need neither.
 */
interface Pages {
  /**
   * @param credential {@code user:application password} that the WordPress connector signs in with
   */
  AutoCloseable practice(int port, Path data, String credential) throws IOException;

  AutoCloseable mailbox(int smtpPort, int webPort, Path data) throws IOException;
}
